/* byline-pack.c: the command for authors of packs
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-check-command.h"
#include "byl-import-command.h"
#include "byl-places.h"
#include "byl-profile-command.h"
#include "byl-record-command.h"
#include "byl-rival-command.h"
#include "byl-tells-command.h"

#include <glib/gi18n.h>
#include <locale.h>

typedef struct
{
  const char *name;
  const char *help;
  int       (*run) (char **arguments);
} Command;

static const Command commands[] = {
  { "check", N_("Find all that is wrong with packs"), byl_check_command_run },
  { "import", N_("Make a pack of published files, as a recipe says"), byl_import_command_run },
  { "profile", N_("Measure the tells of the writers of packs"), byl_profile_command_run },
  { "record", N_("Ask models your questions, and make a pack of the answers"),
    byl_record_command_run },
  { "rival", N_("Try how well a pack’s writers can be told apart"), byl_rival_command_run },
  { "tells", N_("List the tells of an answer in Markdown"), byl_tells_command_run },
};

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: byline-pack COMMAND [OPTION…] FILE…"));
  g_print ("%s\n", _("Commands:"));
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    g_print ("  %-10s %s\n", commands[i].name, _(commands[i].help));
  g_print ("\n%s\n", _("“byline-pack COMMAND --help” says more of a command."));
}

/* The command's options are parsed as those of a program that is called “byline-pack check”. */
static int
run_command (const Command *command,
             char         **arguments)
{
  g_auto(GStrv) rest = g_strdupv (arguments + 1);
  g_autofree char *program_name = g_strdup_printf ("byline-pack %s", command->name);

  g_free (rest[0]);
  rest[0] = g_strdup (program_name);
  g_set_prgname (program_name);

  return command->run (rest);
}

static int
choose_command (char **arguments)
{
  if (arguments[1] == NULL)
    {
      g_printerr ("%s\n", _("Name a command. “byline-pack --help” lists them."));
      return BYL_EXIT_USAGE;
    }

  if (g_str_equal (arguments[1], "--help") || g_str_equal (arguments[1], "-h"))
    {
      print_help ();
      return BYL_EXIT_GOOD;
    }

  if (g_str_equal (arguments[1], "--version"))
    {
      g_print ("byline-pack %s\n", VERSION);
      return BYL_EXIT_GOOD;
    }

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (arguments[1], commands[i].name))
      return run_command (&commands[i], arguments);

  g_printerr (_("There is no command “%s”. “byline-pack --help” lists them."), arguments[1]);
  g_printerr ("\n");

  return BYL_EXIT_USAGE;
}

int
main (int    argc,
      char **argv)
{
  g_auto(GStrv) arguments = g_strdupv (argv);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, byl_places_get_locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return choose_command (arguments);
}
