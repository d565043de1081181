/* byl-recording-names.c: ids of packs and of writers, made from their names, and plans but for them
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-recording-names.h"

#include "byl-writer-id.h"

/* Random hexadecimal digits that keep two packs of one title apart. */
#define N_SUFFIX 8u

/* For the recording: gives every writer an id that no other one has. */
void
byl_recording_name_writers (BylRecordingPlan *plan)
{
  g_autoptr(GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < plan->writers->len; i++)
    {
      BylRecordingWriter *writer = g_ptr_array_index (plan->writers, i);

      if (writer->id != NULL && *writer->id != '\0')
        g_hash_table_add (taken, writer->id);
      else
        g_clear_pointer (&writer->id, g_free);
    }

  for (guint i = 0; i < plan->writers->len; i++)
    {
      BylRecordingWriter *writer = g_ptr_array_index (plan->writers, i);
      g_autofree char *slug = NULL;

      if (writer->id != NULL)
        continue;

      slug = byl_writer_id_make (writer->name);
      writer->id = g_strdup (slug);
      for (guint n = 2; g_hash_table_contains (taken, writer->id); n++)
        {
          g_free (writer->id);
          writer->id = g_strdup_printf ("%s-%u", slug, n);
        }
      g_hash_table_add (taken, writer->id);
    }
}

/* For the recording: what makes it itself. */
void
byl_recording_make_identity (const BylRecordingPlan *plan,
                             BylRecordingIdentity   *identity)
{
  g_autofree char *slug = byl_pack_id_make (plan->title);
  g_autofree char *suffix = g_uuid_string_random ();
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  suffix[N_SUFFIX] = '\0';
  identity->id = g_strdup_printf ("%s-%s", slug, suffix);
  identity->created = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  identity->seed = g_random_int ();
}

static GBytes *
spell (const BylRecordingPlan *plan)
{
  const BylRecordingIdentity nobody = { NULL };
  g_autoptr(BylRecordingPlan) named = byl_recording_plan_copy (plan);

  byl_recording_name_writers (named);

  return byl_recording_file_write (named, &nobody);
}

/**
 * byl_recording_plan_equal:
 * @self: a plan
 * @other: another one
 *
 * Returns: whether they ask the same of the same; ids that writers do not have yet make no
 *   difference
 */
gboolean
byl_recording_plan_equal (const BylRecordingPlan *self,
                          const BylRecordingPlan *other)
{
  g_autoptr(GBytes) spelled = spell (self);
  g_autoptr(GBytes) other_spelled = spell (other);

  return g_bytes_equal (spelled, other_spelled);
}
