/* byl-progress-words.c: what the numbers of the progress page say, in sentences
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-progress-words.h"

#include "byl-luck-text.h"

#include <glib/gi18n.h>
#include <math.h>

static double
get_chance_share (double expected,
                  guint  cards)
{
  return cards > 0 ? expected / cards : 0.0;
}

static char *
dup_percentage (double share)
{
  /* Translators: a share in per cent, such as 65 %; there is a no-break space before the sign. */
  return g_strdup_printf (_("%.0f %%"), 100.0 * share);
}

static GDateTime *
read_time (gint64     microseconds,
           GTimeZone *zone)
{
  g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc (microseconds / G_USEC_PER_SEC);

  return utc != NULL ? g_date_time_to_timezone (utc, zone) : NULL;
}

static char *
format_time (GDateTime  *time,
             const char *format)
{
  char *text = time != NULL ? g_date_time_format (time, format) : NULL;

  return text != NULL ? text : g_strdup (_("an unknown date"));
}

static gint
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate first, last;
  gint year, month, day;

  g_date_time_get_ymd (from, &year, &month, &day);
  g_date_clear (&first, 1);
  g_date_set_dmy (&first, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  g_date_time_get_ymd (to, &year, &month, &day);
  g_date_clear (&last, 1);
  g_date_set_dmy (&last, (GDateDay) day, (GDateMonth) month, (GDateYear) year);

  return g_date_days_between (&first, &last);
}

/**
 * byl_progress_words_judge:
 * @tally: what was played
 *
 * A result is called luck for as long as either test allows it: the exact odds of the hits, or the
 * interval of their share.
 *
 * Returns: what may be said of the result
 */
BylVerdict
byl_progress_words_judge (const BylTally *tally)
{
  if (!(tally->luck <= BYL_LUCK_MOST))
    return BYL_VERDICT_LUCK;

  if (!(tally->interval.low > get_chance_share (tally->expected, tally->cards)))
    return BYL_VERDICT_UNSURE;

  return BYL_VERDICT_UNLIKELY;
}

/**
 * byl_progress_words_dup_hits:
 * @hits: cards signed right
 * @cards: of how many
 *
 * Returns: (transfer full): the hits, such as “31 of 48 right”
 */
char *
byl_progress_words_dup_hits (guint hits,
                             guint cards)
{
  /* Translators: how many cards were signed with their true writer, of how many. */
  return g_strdup_printf (ngettext ("%'u of %'u right", "%'u of %'u right", hits), hits, cards);
}

/**
 * byl_progress_words_dup_chance:
 * @expected: hits that chance alone would have brought
 *
 * Returns: (transfer full): such as “by chance 12.0”
 */
char *
byl_progress_words_dup_chance (double expected)
{
  /* Translators: below “31 of 48 right”: how many would have been right by guessing blindly. */
  return g_strdup_printf (_("by chance %'.1f"), expected);
}

/**
 * byl_progress_words_dup_share:
 * @tally: what was played, at least one card
 *
 * Returns: (transfer full): the share of cards signed right, its interval, and the share by chance
 */
char *
byl_progress_words_dup_share (const BylTally *tally)
{
  g_autofree char *share = dup_percentage (tally->interval.share);
  g_autofree char *low = dup_percentage (tally->interval.low);
  g_autofree char *high = dup_percentage (tally->interval.high);
  g_autofree char *chance = dup_percentage (get_chance_share (tally->expected, tally->cards));

  /* Translators: the first three are the share of answers that the player told right and the ends
   * of its confidence interval, the last the share that guessing blindly brings, in per cent. */
  return g_strdup_printf (_("%s, between %s and %s with 95 %% confidence. Chance alone brings %s."),
                          share, low, high, chance);
}

/**
 * byl_progress_words_dup_luck:
 * @tally: what was played, at least one card
 *
 * Returns: (transfer full): how often guessing blindly does as well, and whether this may be luck
 */
char *
byl_progress_words_dup_luck (const BylTally *tally)
{
  return byl_luck_text_new (tally->luck,
                            byl_progress_words_judge (tally) != BYL_VERDICT_UNSURE);
}

/**
 * byl_progress_words_dup_points:
 * @tally: what was played, at least one bet
 *
 * Returns: (transfer full): what the bets brought, beside what they bring by chance
 */
char *
byl_progress_words_dup_points (const BylTally *tally)
{
  /* Rounding may leave a minus before a nought, which reads like a loss. */
  double points = fabs (tally->points) < 0.5 ? 0.0 : tally->points;

  /* Translators: the first number, which may be negative, is of points, the second of bets. */
  return g_strdup_printf (ngettext ("%'.0f points from %'u bet. "
                                    "A guess marked as chance brings none.",
                                    "%'.0f points from %'u bets. "
                                    "A guess marked as chance brings none.",
                                    tally->bets), points, tally->bets);
}

/**
 * byl_progress_words_dup_told:
 * @writer: what was played of one writer, at least one card
 *
 * Returns: (transfer full): the share of the writer's cards signed right; whether it may be luck
 */
char *
byl_progress_words_dup_told (const BylWriterTally *writer)
{
  BylInterval interval = byl_chance_interval (writer->hits, writer->shown);
  double chance = get_chance_share (writer->expected, writer->shown);
  g_autofree char *share = dup_percentage (interval.share);
  g_autofree char *low = dup_percentage (interval.low);
  g_autofree char *high = dup_percentage (interval.high);

  if (interval.low > chance)
    /* Translators: the share of one writer's answers told right, and its confidence interval. */
    return g_strdup_printf (_("%s, between %s and %s"), share, low, high);

  if (interval.high < chance)
    /* Translators: the share of one writer's answers told right, and its confidence interval. */
    return g_strdup_printf (_("%s, between %s and %s: less than chance brings"), share, low, high);

  /* Translators: the share of one writer's answers told right, and its confidence interval. */
  return g_strdup_printf (_("%s, between %s and %s: this may be luck"), share, low, high);
}

/**
 * byl_progress_words_dup_alarms:
 * @writer: what was played of one writer
 *
 * Returns: (transfer full): how often the writer's name was signed on answers of others
 */
char *
byl_progress_words_dup_alarms (const BylWriterTally *writer)
{
  if (writer->false_alarms == 0)
    return g_strdup (_("Never signed on others’ answers"));

  /* Translators: how often the player signed this writer's name on an answer that another wrote. */
  return g_strdup_printf (ngettext ("Signed once on others’ answers",
                                    "Signed %'u times on others’ answers", writer->false_alarms),
                          writer->false_alarms);
}

/**
 * byl_progress_words_dup_date:
 * @microseconds: since 1970, UTC
 * @zone: where the player is
 *
 * Returns: (transfer full): the full date and the time, or words that say that it is unknown
 */
char *
byl_progress_words_dup_date (gint64     microseconds,
                             GTimeZone *zone)
{
  g_autoptr(GDateTime) time = read_time (microseconds, zone);

  /* Translators: a date and time for g_date_time_format(), such as “23 November 2026, 14:05”; put
   * it in your language's order, and write %-I:%M %p where twelve hours are the custom. */
  return format_time (time, _("%-e %B %Y, %H:%M"));
}

/**
 * byl_progress_words_dup_when:
 * @microseconds: since 1970, UTC
 * @now: the present, where the player is
 *
 * Returns: (transfer full): the same, in fewer words where it was today or yesterday
 */
char *
byl_progress_words_dup_when (gint64     microseconds,
                             GDateTime *now)
{
  GTimeZone *zone = g_date_time_get_timezone (now);
  g_autoptr(GDateTime) time = read_time (microseconds, zone);

  if (time != NULL && count_days (time, now) == 0)
    /* Translators: a time for g_date_time_format(). */
    return format_time (time, _("Today, %H:%M"));

  if (time != NULL && count_days (time, now) == 1)
    /* Translators: a time for g_date_time_format(). */
    return format_time (time, _("Yesterday, %H:%M"));

  return byl_progress_words_dup_date (microseconds, zone);
}
