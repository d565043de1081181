/* byl-chance.c: what luck alone would have earned, and how sure a share is
 *
 * SPDX-FileCopyrightText: The Byline authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "config.h"

#include "byl-chance.h"

#include <math.h>

/* What a double cannot hold to full precision is left out: it is some 1e-300 of a probability. */
#define SMALLEST 1e-300

typedef enum
{
  KIND_LINE_UP,
  KIND_SOLO,
} Kind;

/* Rounds that are alike, and so share one distribution. */
typedef struct
{
  Kind  kind;
  guint size;   /* cards of a line-up, names of a solo round, at least 1 */
  guint rounds;
} Group;

struct _BylChance
{
  GArray *groups; /* of Group */
};

/* Probabilities of @first, @first + 1, … hits. */
typedef struct
{
  guint   first;
  GArray *values; /* of double, never empty */
} Distribution;

/* AS 241, PPND16: for the centre, the flanks and the tails a polynomial above and one below the
 * line, highest power first. The numbers are Wichura's. */
static const double quantile_pieces[3][2][8] = {
  {
    { 2.5090809287301226727e+3, 3.3430575583588128105e+4, 6.7265770927008700853e+4,
      4.5921953931549871457e+4, 1.3731693765509461125e+4, 1.9715909503065514427e+3,
      1.3314166789178437745e+2, 3.3871328727963666080e+0 },
    { 5.2264952788528545610e+3, 2.8729085735721942674e+4, 3.9307895800092710610e+4,
      2.1213794301586595867e+4, 5.3941960214247511077e+3, 6.8718700749205790830e+2,
      4.2313330701600911252e+1, 1.0 },
  },
  {
    { 7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
      1.27045825245236838258e+0, 3.64784832476320460504e+0, 5.76949722146069140550e+0,
      4.63033784615654529590e+0, 1.42343711074968357734e+0 },
    { 1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
      1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e+0,
      2.05319162663775882187e+0, 1.0 },
  },
  {
    { 2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
      2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e+0,
      5.46378491116411436990e+0, 6.65790464350110377720e+0 },
    { 2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
      7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
      5.99832206555887937690e-1, 1.0 },
  },
};

static void
free_distribution (Distribution *self)
{
  g_array_unref (self->values);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Distribution, free_distribution)

static Distribution *
new_distribution (guint first,
                  guint length)
{
  Distribution *self = g_new0 (Distribution, 1);

  self->first = first;
  self->values = g_array_sized_new (FALSE, TRUE, sizeof (double), length);
  g_array_set_size (self->values, length);

  return self;
}

static double *
get_values (const Distribution *self)
{
  return (double *) (gpointer) self->values->data;
}

/* Over many rounds nearly all numbers of hits are so unlikely that they only cost time. */
static void
trim (Distribution *self)
{
  guint start = 0;
  guint end = self->values->len;

  while (end > 1 && get_values (self)[end - 1] < SMALLEST)
    end--;
  while (start + 1 < end && get_values (self)[start] < SMALLEST)
    start++;

  g_array_set_size (self->values, end);
  if (start > 0)
    g_array_remove_range (self->values, 0, start);
  self->first += start;
}

static Distribution *
convolve (const Distribution *left,
          const Distribution *right)
{
  guint n_left = left->values->len;
  guint n_right = right->values->len;
  Distribution *sum = new_distribution (left->first + right->first, n_left + n_right - 1);
  double *values = get_values (sum);

  for (guint i = 0; i < n_left; i++)
    {
      double share = get_values (left)[i];

      for (guint j = 0; j < n_right; j++)
        values[i + j] += share * get_values (right)[j];
    }

  trim (sum);

  return sum;
}

/* D(n)/n!: the share of the orders of @n things that leave none in its place. */
static double
derangement_share (guint n)
{
  double share = 1.0;
  double term = 1.0;

  /* The terms of Σ (−1)^i / i! soon vanish beside the sum. */
  for (guint i = 1; i <= n && i < 32; i++)
    {
      term /= -(double) i;
      share += term;
    }

  return n == 1 ? 0.0 : share;
}

static Distribution *
distribute_round (const Group *group)
{
  Distribution *round;

  if (group->kind == KIND_SOLO)
    {
      round = new_distribution (0, 2);
      get_values (round)[1] = 1.0 / group->size;
      get_values (round)[0] = 1.0 - 1.0 / group->size;
    }
  else
    {
      round = new_distribution (0, group->size + 1);
      for (guint hits = 0; hits <= group->size; hits++)
        get_values (round)[hits] = byl_chance_line_up (group->size, hits);
    }

  trim (round);

  return round;
}

/* The rounds of a group by repeated squaring: ten thousand take some fifteen convolutions. */
static Distribution *
distribute_group (const Group *group)
{
  g_autoptr(Distribution) power = distribute_round (group);
  g_autoptr(Distribution) sum = new_distribution (0, 1);

  get_values (sum)[0] = 1.0;

  for (guint left = group->rounds; left > 0; left /= 2)
    {
      if (left % 2 == 1)
        {
          Distribution *next = convolve (sum, power);

          free_distribution (sum);
          sum = next;
        }

      if (left > 1)
        {
          Distribution *next = convolve (power, power);

          free_distribution (power);
          power = next;
        }
    }

  return g_steal_pointer (&sum);
}

static Distribution *
distribute (const BylChance *self)
{
  g_autoptr(Distribution) sum = new_distribution (0, 1);

  get_values (sum)[0] = 1.0;

  for (guint i = 0; i < self->groups->len; i++)
    {
      g_autoptr(Distribution) group = distribute_group (&g_array_index (self->groups, Group, i));
      Distribution *next = convolve (sum, group);

      free_distribution (sum);
      sum = next;
    }

  return g_steal_pointer (&sum);
}

static void
add_round (BylChance *self,
           Kind       kind,
           guint      size)
{
  Group new_group = { kind, size, 1 };

  if (size == 0)
    return;

  for (guint i = 0; i < self->groups->len; i++)
    {
      Group *group = &g_array_index (self->groups, Group, i);

      if (group->kind == kind && group->size == size)
        {
          group->rounds++;
          return;
        }
    }

  g_array_append_val (self->groups, new_group);
}

/* A polynomial of eight terms by Horner's rule. */
static double
evaluate (const double coefficients[8],
          double       x)
{
  double sum = coefficients[0];

  for (guint i = 1; i < 8; i++)
    sum = sum * x + coefficients[i];

  return sum;
}

static double
evaluate_piece (guint  piece,
                double x)
{
  return evaluate (quantile_pieces[piece][0], x) / evaluate (quantile_pieces[piece][1], x);
}

/**
 * byl_chance_new:
 *
 * Returns: (transfer full): the chances of no rounds: no hits, for certain
 */
BylChance *
byl_chance_new (void)
{
  BylChance *self = g_new0 (BylChance, 1);

  self->groups = g_array_new (FALSE, FALSE, sizeof (Group));

  return self;
}

/**
 * byl_chance_free:
 * @self: (nullable) (transfer full): chances
 */
void
byl_chance_free (BylChance *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->groups);
  g_free (self);
}

/**
 * byl_chance_add_line_up:
 * @self: chances
 * @n_cards: cards of the round, as many names, each used once; 0 adds nothing
 *
 * Adds a round of one-to-one matching.
 */
void
byl_chance_add_line_up (BylChance *self,
                        guint      n_cards)
{
  g_return_if_fail (self != NULL);

  add_round (self, KIND_LINE_UP, n_cards);
}

/**
 * byl_chance_add_solo:
 * @self: chances
 * @n_names: names that could be signed on the one card; 0 adds nothing
 *
 * Adds a round of one card.
 */
void
byl_chance_add_solo (BylChance *self,
                     guint      n_names)
{
  g_return_if_fail (self != NULL);

  add_round (self, KIND_SOLO, n_names);
}

/**
 * byl_chance_get_mean:
 * @self: chances
 *
 * Returns: hits that luck alone brings on average: one for each line-up, 1/k for each solo round
 */
double
byl_chance_get_mean (const BylChance *self)
{
  double mean = 0.0;

  g_return_val_if_fail (self != NULL, 0.0);

  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      mean += group->kind == KIND_SOLO ? group->rounds / (double) group->size : group->rounds;
    }

  return mean;
}

/**
 * byl_chance_get_at_least:
 * @self: chances
 * @hits: a number of hits, over all rounds
 *
 * The rounds' distributions are convolved, which is exact but for rounding; no normal or binomial
 * approximation is made. Over 10,000 line-ups it takes some tens of milliseconds.
 *
 * Returns: the probability that luck alone brings @hits or more, 0.0 to 1.0
 */
double
byl_chance_get_at_least (const BylChance *self,
                         guint            hits)
{
  g_autoptr(Distribution) sum = NULL;
  double probability = 0.0;

  g_return_val_if_fail (self != NULL, 1.0);

  if (hits == 0)
    return 1.0;

  sum = distribute (self);

  /* From the least likely up, so that small numbers are not lost in large ones. */
  for (guint i = sum->values->len; i > 0 && sum->first + i - 1 >= hits; i--)
    probability += get_values (sum)[i - 1];

  return CLAMP (probability, 0.0, 1.0);
}

/**
 * byl_chance_line_up:
 * @n_cards: cards and names of a line-up, k
 * @hits: cards signed right, m
 *
 * The rencontres numbers as a share of all orders: C(k,m)·D(k−m)/k! = (D(k−m)/(k−m)!)/m!
 * (Riordan 1958, An Introduction to Combinatorial Analysis, chapter 3). Neither factor overflows.
 *
 * Returns: the probability that luck alone brings exactly @hits, 0.0 to 1.0
 */
double
byl_chance_line_up (guint n_cards,
                    guint hits)
{
  double share;

  if (hits > n_cards)
    return 0.0;

  share = derangement_share (n_cards - hits);

  for (guint i = 2; i <= hits && share > 0.0; i++)
    share /= i;

  return share;
}

/**
 * byl_chance_interval:
 * @hits: what was right, 0 to @n; need not be whole
 * @n: of how many independent guesses, at least 0; need not be whole
 *
 * The score interval (Wilson 1927), at 95 %: unlike the textbook's normal interval it holds for few
 * guesses and for shares near 0 and 1.
 *
 * Returns: the share and its interval; 0.0 to 1.0 where @n is 0
 */
BylInterval
byl_chance_interval (double hits,
                     double n)
{
  const double z = byl_chance_normal_quantile (0.975);
  BylInterval interval = { 0.0, 0.0, 1.0 };
  double centre, spread;

  if (!(n > 0.0) || !isfinite (n))
    return interval;

  interval.share = CLAMP (hits / n, 0.0, 1.0);
  centre = (interval.share + z * z / (2.0 * n)) / (1.0 + z * z / n);
  spread = z / (1.0 + z * z / n)
           * sqrt (interval.share * (1.0 - interval.share) / n + z * z / (4.0 * n * n));

  /* At the ends the interval touches them, which rounding would miss by a hair. */
  interval.low = interval.share <= 0.0 ? 0.0 : CLAMP (centre - spread, 0.0, 1.0);
  interval.high = interval.share >= 1.0 ? 1.0 : CLAMP (centre + spread, 0.0, 1.0);

  return interval;
}

/**
 * byl_chance_normal_quantile:
 * @probability: 0.0 to 1.0
 *
 * The standard normal quantile by algorithm AS 241, PPND16 (Wichura 1988, Applied Statistics 37,
 * 477–484), to about 16 figures.
 *
 * Returns: z with Φ(z) = @probability; minus or plus infinity at 0 and 1
 */
double
byl_chance_normal_quantile (double probability)
{
  double q = probability - 0.5;
  double r, z;

  if (!(probability > 0.0))
    return -INFINITY;
  if (!(probability < 1.0))
    return INFINITY;

  if (fabs (q) <= 0.425)
    return q * evaluate_piece (0, 0.180625 - q * q);

  r = sqrt (-log (q < 0.0 ? probability : 1.0 - probability));
  z = r <= 5.0 ? evaluate_piece (1, r - 1.6) : evaluate_piece (2, r - 5.0);

  return q < 0.0 ? -z : z;
}

/**
 * byl_chance_d_prime:
 * @hits: cards of a writer signed with its name, at most @n_signal
 * @n_signal: cards of this writer
 * @false_alarms: other writers' cards signed with its name, at most @n_noise
 * @n_noise: other writers' cards
 *
 * How well a writer is told from the others, whatever the leaning towards its name: d′ =
 * z(hits) − z(false alarms), with the log-linear correction (x + ½)/(n + 1) for rates of 0 and 1
 * (Hautus 1995, Behavior Research Methods, Instruments, & Computers 27, 46–51).
 *
 * Returns: d′, in standard deviations; 0 = not told apart
 */
double
byl_chance_d_prime (guint hits,
                    guint n_signal,
                    guint false_alarms,
                    guint n_noise)
{
  return byl_chance_normal_quantile ((hits + 0.5) / (n_signal + 1.0))
         - byl_chance_normal_quantile ((false_alarms + 0.5) / (n_noise + 1.0));
}
