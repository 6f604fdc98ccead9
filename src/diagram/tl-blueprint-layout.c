/* tl-blueprint-layout.c: lays out the blueprint of a service, again and again
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "diagram/tl-blueprint-layout.h"

#include "diagram/tl-blueprint-gathering.h"
#include "diagram/tl-blueprint-private.h"
#include "diagram/tl-blueprint-spine.h"

/* Up to so many records, of which no more than some are new to it, a service is laid
 * out at once: in less than half the time of a frame. Beyond that facts are copied in
 * pieces of some milliseconds, and laid out by a worker. */
#define MAX_AT_ONCE 700
#define MAX_NEW     200
#define SLICE       (4 * G_TIME_SPAN_MILLISECOND)

/* Sizes of more texts than this, beyond those shown, are forgotten. */
#define MAX_SIZES 50000

typedef struct
{
  double width;
  double height;
  double chip;
} Size;

struct _TlBlueprintLayout
{
  GObject parent_instance;

  GMutex                mutex;  /* over all but running: held while laying out */
  PangoFontDescription *font;
  TlTextMeasure        *text;
  GHashTable           *sizes;  /* texts of a part, as make_size_key() → Size */
  GHashTable           *places; /* key of an item → TlRect of where it was shown, lane units */
  TlBlueprintRoutes    *routes;
  guint                 n_known; /* records that were laid out last, in that font */

  GCancellable         *running; /* of the worker, or NULL; main thread only */
};

G_DEFINE_FINAL_TYPE (TlBlueprintLayout, tl_blueprint_layout, G_TYPE_OBJECT)

static void
tl_blueprint_layout_finalize (GObject *object)
{
  TlBlueprintLayout *self = TL_BLUEPRINT_LAYOUT (object);

  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->text, tl_text_measure_free);
  g_clear_pointer (&self->sizes, g_hash_table_unref);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->routes, tl_blueprint_routes_free);
  g_clear_object (&self->running);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (tl_blueprint_layout_parent_class)->finalize (object);
}

static void
tl_blueprint_layout_class_init (TlBlueprintLayoutClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = tl_blueprint_layout_finalize;
}

static void
tl_blueprint_layout_init (TlBlueprintLayout *self)
{
  g_mutex_init (&self->mutex);
  self->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->routes = tl_blueprint_routes_new ();
}

TlBlueprintLayout *
tl_blueprint_layout_new (void)
{
  return g_object_new (TL_TYPE_BLUEPRINT_LAYOUT, NULL);
}

static void
use_font (TlBlueprintLayout          *self,
          const PangoFontDescription *font)
{
  if (self->font != NULL && pango_font_description_equal (self->font, font))
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  g_clear_pointer (&self->text, tl_text_measure_free);
  g_hash_table_remove_all (self->sizes);
  self->n_known = 0;
  self->font = pango_font_description_copy (font);
  self->text = tl_text_measure_new (font);
}

/* Everything that tl_blueprint_measure() looks at. (transfer full) */
static char *
make_size_key (const TlBlueprintItem *item)
{
  return g_strdup_printf ("%s\n%s\n%s\n%s\n%s\n%d %g %g", item->name, item->kind_name,
                          item->is_guest ? item->service : item->version, item->environment, item->mark,
                          item->is_guest, item->width, item->height);
}

static void
measure (TlBlueprintLayout *self,
         TlBlueprintBuild  *build)
{
  if (g_hash_table_size (self->sizes) > MAX_SIZES + build->facts->items->len)
    g_hash_table_remove_all (self->sizes);

  for (guint i = 0; i < build->facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (build->facts, i);
      g_autofree char *key = NULL;
      Size *size;

      build->places[i] = (TlRect) { 0, 0, -1, -1 };
      if (item->line != TL_LINE_NONE)
        continue;

      key = make_size_key (item);
      size = g_hash_table_lookup (self->sizes, key);
      if (size == NULL)
        {
          size = g_new (Size, 1);
          tl_blueprint_measure (item, self->text, &size->width, &size->height, &size->chip);
          g_hash_table_insert (self->sizes, g_steal_pointer (&key), size);
        }
      build->places[i].width = size->width;
      build->places[i].height = size->height;
      build->chips[i] = size->chip;
    }
}

/* What nobody has placed stays where it is shown now, too. */
static void
remember (TlBlueprintLayout      *self,
          const TlBlueprintBuild *build)
{
  g_hash_table_remove_all (self->places);
  for (guint i = 0; i < build->facts->items->len; i++)
    {
      const TlBlueprintItem *item = tl_blueprint_facts_get_item (build->facts, i);

      if (build->places[i].width >= 0)
        g_hash_table_insert (self->places, g_strdup (item->key), g_memdup2 (&build->places[i], sizeof (TlRect)));
    }
}

static void
fill_scene (TlBlueprintLayout     *self,
            TlBlueprintBuild      *build,
            const TlBlueprintTies *ties)
{
  guint n = build->facts->items->len;

  build->nodes = g_new (int, n);
  build->drawn = g_new0 (gboolean, build->facts->ties->len);
  build->spine = tl_blueprint_spine_new (build, ties);
  tl_blueprint_place_lanes (build);
  tl_blueprint_add_lanes (build);
  tl_blueprint_spine_add (build->spine, build, ties, build->spine_y);
  tl_blueprint_add_parts (build, ties);
  tl_blueprint_routes_add (self->routes, build);
}

static TlScene *
lay_out (TlBlueprintLayout      *self,
         const TlBlueprintFacts *facts)
{
  guint n = facts->items->len;
  g_autofree TlRect *places = g_new (TlRect, n);
  g_autofree double *chips = g_new0 (double, n);
  g_auto (TlBlueprintTies) ties = { NULL };
  TlBlueprintBuild build = {
    .facts = facts,
    .text = self->text,
    .unit = tl_blueprint_get_unit (self->text),
    .places = places,
    .chips = chips,
    .scene = tl_scene_builder_new (facts->title),
    .strings = g_string_chunk_new (4096),
  };

  tl_scene_builder_set_unit (build.scene, build.unit);
  tl_blueprint_ties_init (&ties, facts);
  measure (self, &build);
  tl_blueprint_find_places (&build, &ties, self->places);
  remember (self, &build);
  self->n_known = n + facts->ties->len;
  fill_scene (self, &build, &ties);

  tl_blueprint_spine_free (build.spine);
  g_string_chunk_free (build.strings);
  g_free (build.nodes);
  g_free (build.drawn);
  return tl_scene_builder_end (build.scene);
}

gboolean
tl_blueprint_layout_is_quick (TlBlueprintLayout          *self,
                              TlRecord                   *service,
                              const PangoFontDescription *font)
{
  guint n;
  gboolean is_known;

  g_return_val_if_fail (TL_IS_BLUEPRINT_LAYOUT (self) && font != NULL, FALSE);

  n = tl_blueprint_gathering_count (service);
  if (n > MAX_AT_ONCE || !g_mutex_trylock (&self->mutex))
    return FALSE;
  is_known = self->font != NULL && pango_font_description_equal (self->font, font) && n <= self->n_known + MAX_NEW;
  g_mutex_unlock (&self->mutex);
  return n <= MAX_NEW || is_known;
}

void
tl_blueprint_layout_expect_news (TlBlueprintLayout *self)
{
  g_return_if_fail (TL_IS_BLUEPRINT_LAYOUT (self));

  /* A worker that is at it says anew what is known. */
  if (!g_mutex_trylock (&self->mutex))
    return;
  self->n_known = 0;
  g_mutex_unlock (&self->mutex);
}

TlScene *
tl_blueprint_layout_build (TlBlueprintLayout          *self,
                           TlRecord                   *service,
                           TlTraceability             *traceability,
                           const PangoFontDescription *font)
{
  g_autoptr (TlBlueprintFacts) facts = NULL;
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (TL_IS_BLUEPRINT_LAYOUT (self) && font != NULL, NULL);

  facts = tl_blueprint_facts_new (service, traceability);
  locker = g_mutex_locker_new (&self->mutex);
  use_font (self, font);
  return lay_out (self, facts);
}

/* A layout that was asked for; lives as long as its task. */
typedef struct
{
  TlRecord             *service;
  TlTraceability       *traceability; /* or NULL */
  PangoFontDescription *font;
  GCancellable         *running;
  TlBlueprintGathering *gathering;    /* while facts are copied */
  TlBlueprintFacts     *facts;        /* afterwards */
  TlProject            *project;      /* watched while facts are copied */
  gulong                changed;
} Job;

static void
job_stop_watching (Job *job)
{
  if (job->changed != 0)
    g_signal_handler_disconnect (job->project, job->changed);
  job->changed = 0;
  g_clear_pointer (&job->gathering, tl_blueprint_gathering_free);
}

static void
job_free (Job *job)
{
  job_stop_watching (job);
  g_clear_pointer (&job->facts, tl_blueprint_facts_free);
  pango_font_description_free (job->font);
  g_clear_object (&job->service);
  g_clear_object (&job->traceability);
  g_clear_object (&job->project);
  g_object_unref (job->running);
  g_free (job);
}

/* Whether nobody waits for it any more, or a later one has begun. */
static gboolean
is_late (GTask *task)
{
  Job *job = g_task_get_task_data (task);

  if (g_task_return_error_if_cancelled (task))
    return TRUE;
  if (!g_cancellable_is_cancelled (job->running))
    return FALSE;

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "Another layout was begun");
  return TRUE;
}

static void
lay_out_in_worker (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  TlBlueprintLayout *self = source;
  Job *job = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  g_autoptr (TlScene) scene = NULL;

  if (is_late (task))
    return;

  use_font (self, job->font);
  scene = lay_out (self, job->facts);
  if (!is_late (task))
    g_task_return_pointer (task, g_steal_pointer (&scene), (GDestroyNotify) tl_scene_unref);
}

/* What was copied may no longer be so. */
static void
changed_cb (Job *job)
{
  g_clear_pointer (&job->gathering, tl_blueprint_gathering_free);
}

static gboolean
gather_cb (gpointer data)
{
  GTask *task = data;
  Job *job = g_task_get_task_data (task);

  if (is_late (task))
    return G_SOURCE_REMOVE;
  if (tl_record_get_project (job->service) != job->project)
    {
      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "The service was removed");
      return G_SOURCE_REMOVE;
    }

  if (job->gathering == NULL)
    job->gathering = tl_blueprint_gathering_new (job->service, job->traceability);
  if (!tl_blueprint_gathering_step (job->gathering, g_get_monotonic_time () + SLICE))
    return G_SOURCE_CONTINUE;

  job->facts = tl_blueprint_gathering_end (g_steal_pointer (&job->gathering));
  job_stop_watching (job);
  /* A worker must not be the last to hold what belongs to the project. */
  g_clear_object (&job->service);
  g_clear_object (&job->traceability);
  g_clear_object (&job->project);
  g_task_run_in_thread (task, lay_out_in_worker);
  return G_SOURCE_REMOVE;
}

static Job *
job_new (TlBlueprintLayout          *self,
         TlRecord                   *service,
         TlTraceability             *traceability,
         const PangoFontDescription *font)
{
  Job *job = g_new0 (Job, 1);

  job->service = g_object_ref (service);
  job->traceability = traceability != NULL ? g_object_ref (traceability) : NULL;
  job->font = pango_font_description_copy (font);
  job->running = g_object_ref (self->running);
  job->project = g_object_ref (tl_record_get_project (service));
  job->changed = g_signal_connect_swapped (job->project, "changed", G_CALLBACK (changed_cb), job);

  return job;
}

/* Small services are done before one could have waited for them. */
static gboolean
lay_out_at_once (TlBlueprintLayout          *self,
                 TlRecord                   *service,
                 TlTraceability             *traceability,
                 const PangoFontDescription *font,
                 GTask                      *task)
{
  g_autoptr (TlBlueprintFacts) facts = NULL;

  if (!tl_blueprint_layout_is_quick (self, service, font) || !g_mutex_trylock (&self->mutex))
    return FALSE;

  facts = tl_blueprint_facts_new (service, traceability);
  use_font (self, font);
  g_task_return_pointer (task, lay_out (self, facts), (GDestroyNotify) tl_scene_unref);
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

void
tl_blueprint_layout_build_async (TlBlueprintLayout          *self,
                                 TlRecord                   *service,
                                 TlTraceability             *traceability,
                                 const PangoFontDescription *font,
                                 GCancellable               *cancellable,
                                 GAsyncReadyCallback         callback,
                                 gpointer                    user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (TL_IS_BLUEPRINT_LAYOUT (self) && font != NULL);
  g_return_if_fail (TL_IS_RECORD (service) && tl_record_get_project (service) != NULL);

  if (self->running != NULL)
    g_cancellable_cancel (self->running);
  g_clear_object (&self->running);
  self->running = g_cancellable_new ();

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, tl_blueprint_layout_build_async);
  if (lay_out_at_once (self, service, traceability, font, task))
    return;

  g_task_set_task_data (task, job_new (self, service, traceability, font), (GDestroyNotify) job_free);
  source = g_idle_source_new ();
  g_source_set_callback (source, gather_cb, g_object_ref (task), g_object_unref);
  g_source_attach (source, g_main_context_get_thread_default ());
}

TlScene *
tl_blueprint_layout_build_finish (TlBlueprintLayout  *self,
                                  GAsyncResult       *result,
                                  GError            **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
