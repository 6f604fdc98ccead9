/* tl-blueprint-tidying.c: a better arrangement of a blueprint
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-tidying.h"

#include <string.h>

#include "diagram/tl-blueprint-gathering.h"
#include "diagram/tl-blueprint-private.h"

/* Up to so many records it is done in less than half the time of a frame. */
#define MAX_AT_ONCE 150
#define SLICE       (4 * G_TIME_SPAN_MILLISECOND)

/* Where what is to be arranged stands now: its upper left in every lane. */
static void
find_corner (const TlBlueprintFacts *facts,
             const gboolean         *chosen,
             const TlRect           *places,
             double                 *xs,
             double                 *y)
{
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    xs[lane] = G_MAXDOUBLE;
  *y = G_MAXDOUBLE;
  for (guint i = 0; i < facts->items->len; i++)
    if (chosen[i] && places[i].width >= 0)
      {
        TlLane lane = tl_blueprint_facts_get_item (facts, i)->lane;

        xs[lane] = MIN (xs[lane], MAX (places[i].x, 0));
        *y = MIN (*y, MAX (places[i].y, 0));
      }
}

/* Whether what was arranged, moved down by @by, is clear of everything else. */
static gboolean
is_clear (const TlBlueprintFacts *facts,
          const gboolean         *chosen,
          TlBlueprintBuild       *build,
          TlBlueprintRoom       **rooms,
          double                  by)
{
  for (guint i = 0; i < facts->items->len; i++)
    {
      TlRect taken = build->places[i];

      if (!chosen[i] || taken.width < 0)
        continue;
      taken.y += by;
      taken.height += build->chips[i];
      if (!tl_blueprint_room_is_free (rooms[tl_blueprint_facts_get_item (facts, i)->lane], &taken, TL_BLUEPRINT_ACROSS / 2))
        return FALSE;
    }

  return TRUE;
}

/* Arranges what is chosen where it stood, or further down where that is taken. */
static void
tidy_chosen (TlBlueprintBuild      *build,
             const TlBlueprintTies *ties,
             const gboolean        *chosen)
{
  const TlBlueprintFacts *facts = build->facts;
  TlBlueprintRoom *rooms[TL_N_LANES];
  double xs[TL_N_LANES], y;

  find_corner (facts, chosen, build->places, xs, &y);
  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    rooms[lane] = tl_blueprint_room_new ();
  for (guint i = 0; i < facts->items->len; i++)
    {
      TlRect taken = build->places[i];

      taken.height += build->chips[i];
      if (!chosen[i] && taken.width >= 0)
        tl_blueprint_room_add (rooms[tl_blueprint_facts_get_item (facts, i)->lane], &taken);
    }

  tl_blueprint_tidy (facts, ties, chosen, build->chips, build->places);
  for (guint i = 0; i < facts->items->len; i++)
    if (chosen[i] && build->places[i].width >= 0)
      {
        build->places[i].x += tl_blueprint_snap (xs[tl_blueprint_facts_get_item (facts, i)->lane]);
        build->places[i].y += tl_blueprint_snap (y);
      }

  y = 0;
  while (!is_clear (facts, chosen, build, rooms, y))
    y += TL_BLUEPRINT_GRID;
  for (guint i = 0; i < facts->items->len; i++)
    if (chosen[i])
      build->places[i].y += y;

  for (TlLane lane = 0; lane < TL_N_LANES; lane++)
    tl_blueprint_room_free (rooms[lane]);
}

static gboolean *
choose (const TlBlueprintFacts *facts,
        const char *const      *ids)
{
  gboolean *chosen = g_new0 (gboolean, facts->items->len);

  for (; *ids != NULL; ids++)
    {
      int item = tl_blueprint_facts_find (facts, *ids);

      if (item >= 0)
        chosen[item] = TRUE;
    }

  return chosen;
}

/* The ids of elements, or NULL for all. (transfer full) */
static char **
list_ids (GPtrArray *elements)
{
  g_autoptr (GStrvBuilder) ids = NULL;

  if (elements == NULL)
    return NULL;

  ids = g_strv_builder_new ();
  for (guint i = 0; i < elements->len; i++)
    g_strv_builder_add (ids, tl_record_get_id (g_ptr_array_index (elements, i)));
  return g_strv_builder_end (ids);
}

/* Where items should stand; what stays where it is has a width below 0. (transfer full) */
static TlRect *
arrange (const TlBlueprintFacts     *facts,
         const char *const          *ids,
         const PangoFontDescription *font)
{
  g_autoptr (TlTextMeasure) text = tl_text_measure_new (font);
  g_auto (TlBlueprintTies) ties = { NULL };
  TlRect *places = g_new (TlRect, facts->items->len);
  g_autofree double *chips = g_new0 (double, facts->items->len);
  g_autofree gboolean *chosen = ids != NULL ? choose (facts, ids) : NULL;
  TlBlueprintBuild build = {
    .facts = facts,
    .text = text,
    .unit = tl_blueprint_get_unit (text),
    .places = places,
    .chips = chips,
  };

  tl_blueprint_ties_init (&ties, facts);
  for (guint i = 0; i < facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (facts, i);

      places[i] = (TlRect) { 0, 0, -1, -1 };
      if (item->line == TL_LINE_NONE)
        tl_blueprint_measure (item, text, &places[i].width, &places[i].height, &chips[i]);
    }

  if (chosen == NULL)
    {
      tl_blueprint_tidy (facts, &ties, NULL, chips, places);
      return places;
    }

  tl_blueprint_find_places (&build, &ties, NULL);
  tidy_chosen (&build, &ties, chosen);
  for (guint i = 0; i < facts->items->len; i++)
    if (!chosen[i])
      places[i].width = -1;
  return places;
}

static GArray *
list_placings (TlProject              *project,
               const TlBlueprintFacts *facts,
               const TlRect           *places)
{
  GArray *placings = g_array_new (FALSE, FALSE, sizeof (TlPlacing));

  for (guint i = 0; i < facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (facts, i);
      TlPlacing placing = { tl_project_lookup (project, item->key + strlen (TL_BLUEPRINT_PREFIX)),
                            places[i].x, places[i].y, item->width, item->height };

      if (places[i].width >= 0)
        g_array_append_val (placings, placing);
    }

  return placings;
}

gboolean
tl_blueprint_tidying_is_quick (TlRecord *service)
{
  return tl_blueprint_gathering_count (service) <= MAX_AT_ONCE;
}

GArray *
tl_blueprint_view_tidy (TlRecord                   *service,
                        GPtrArray                  *elements,
                        const PangoFontDescription *font)
{
  g_autoptr (TlBlueprintFacts) facts = NULL;
  g_autofree TlRect *places = NULL;
  g_auto (GStrv) ids = list_ids (elements);

  g_return_val_if_fail (TL_IS_RECORD (service) && font != NULL, NULL);

  facts = tl_blueprint_facts_new (service, NULL);
  places = arrange (facts, (const char *const *) ids, font);
  return list_placings (tl_record_get_project (service), facts, places);
}

/* In a worker {{{1 */

/* What was asked for; lives as long as its task. */
typedef struct
{
  TlRecord             *service;
  TlProject            *project;
  gulong                changed;   /* handler, until the answer */
  char                **ids;       /* or NULL */
  PangoFontDescription *font;
  TlBlueprintGathering *gathering; /* while facts are copied */
  TlBlueprintFacts     *facts;     /* afterwards; NULL once they are no longer so */
} Job;

/* What the worker has, whatever becomes of the project. */
typedef struct
{
  TlBlueprintFacts     *facts;
  char                **ids;
  PangoFontDescription *font;
} Work;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->gathering, tl_blueprint_gathering_free);
  g_signal_handler_disconnect (job->project, job->changed);
  g_object_unref (job->service);
  g_object_unref (job->project);
  g_strfreev (job->ids);
  pango_font_description_free (job->font);
  g_free (job);
}

static void
work_free (gpointer data)
{
  Work *work = data;

  tl_blueprint_facts_free (work->facts);
  g_strfreev (work->ids);
  pango_font_description_free (work->font);
  g_free (work);
}

static void
work_in_worker (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  const Work *work = data;

  if (!g_task_return_error_if_cancelled (task))
    g_task_return_pointer (task, arrange (work->facts, (const char *const *) work->ids, work->font), g_free);
}

/* What was copied may no longer be so. */
static void
changed_cb (Job *job)
{
  g_clear_pointer (&job->gathering, tl_blueprint_gathering_free);
  job->facts = NULL;
}

static void gather (GTask *task);

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  g_autofree TlRect *places = g_task_propagate_pointer (G_TASK (result), NULL);

  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->facts == NULL)
    gather (task);
  else
    g_task_return_pointer (task, list_placings (job->project, job->facts, places), (GDestroyNotify) g_array_unref);
}

static void
work (GTask *task)
{
  Job *job = g_task_get_task_data (task);
  g_autoptr (GTask) inner = g_task_new (NULL, g_task_get_cancellable (task), worked_cb, g_object_ref (task));
  Work *work = g_new0 (Work, 1);

  work->facts = job->facts;
  work->ids = g_strdupv (job->ids);
  work->font = pango_font_description_copy (job->font);
  g_task_set_task_data (inner, work, work_free);
  g_task_run_in_thread (inner, work_in_worker);
}

static gboolean
gather_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return G_SOURCE_REMOVE;
  if (tl_record_get_project (job->service) != job->project)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The service was removed");
      return G_SOURCE_REMOVE;
    }

  if (job->gathering == NULL)
    job->gathering = tl_blueprint_gathering_new (job->service, NULL);
  if (!tl_blueprint_gathering_step (job->gathering, g_get_monotonic_time () + SLICE))
    return G_SOURCE_CONTINUE;
  job->facts = tl_blueprint_gathering_end (g_steal_pointer (&job->gathering));
  work (task);
  return G_SOURCE_REMOVE;
}

static void
gather (GTask *task)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, gather_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

void
tl_blueprint_tidying_run_async (TlRecord                   *service,
                                GPtrArray                  *elements,
                                const PangoFontDescription *font,
                                GCancellable               *cancellable,
                                GAsyncReadyCallback         callback,
                                gpointer                    user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (TL_IS_RECORD (service) && tl_record_get_project (service) != NULL);
  g_return_if_fail (font != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_blueprint_tidying_run_async);
  job = g_new0 (Job, 1);
  job->service = g_object_ref (service);
  job->project = g_object_ref (tl_record_get_project (service));
  job->changed = g_signal_connect_swapped (job->project, "changed", G_CALLBACK (changed_cb), job);
  job->ids = list_ids (elements);
  job->font = pango_font_description_copy (font);
  g_task_set_task_data (task, job, job_free);
  gather (task);
}

GArray *
tl_blueprint_tidying_run_finish (GAsyncResult  *result,
                                 GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tl_blueprint_tidying_run_async), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
