/* tl-totals-window.c: what the projects of the library say together
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-totals-window.h"

#include "analysis/tl-money.h"
#include "diagram/tl-view.h"
#include "library/tl-across.h"
#include "ui/tl-canvas-frame.h"
#include "ui/tl-diagram-room.h"
#include "ui/tl-label.h"
#include "ui/tl-legend.h"
#include "ui/tl-own-name.h"
#include "ui/tl-print-dialog.h"
#include "ui/tl-settings.h"
#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-window-size.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

struct _TlTotalsWindow
{
  AdwWindow       parent_instance;

  TlLibrary      *library;
  GCancellable   *cancellable; /* of the question for totals */
  GCancellable   *closed;
  GPtrArray      *entries;     /* of TlLibraryEntry, as they were listed */
  GHashTable     *left_out;    /* URIs of projects that do not count */
  GPtrArray      *totals;      /* of TlAcrossTotal, or NULL */
  TlDiagramRoom  *room;
  TlCanvas       *canvas;
  gboolean        updating;

  AdwWindowTitle *title;
  GtkCheckButton *all;
  GtkBox         *projects;
  GtkDropDown    *edition;
  TlLegend       *legend;
  TlLegend       *brief_legend; /* where there is no room for that */
  GtkDropDown    *overlay;
  TlCanvasFrame  *frame;
};

G_DEFINE_FINAL_TYPE (TlTotalsWindow, tl_totals_window, ADW_TYPE_WINDOW)

static const TlOverlayKind overlays[] = {
  TL_OVERLAY_MATURITY, TL_OVERLAY_GAP, TL_OVERLAY_TOOLS, TL_OVERLAY_COST,
};

static const TlEdition *
get_edition (TlTotalsWindow *self)
{
  return tl_edition_get (tl_edition_list_versions ()[gtk_drop_down_get_selected (self->edition)]);
}

static gboolean
counts (TlTotalsWindow *self,
        TlLibraryEntry *entry)
{
  const TlLibraryFacts *facts = tl_library_entry_get_facts (entry);

  return g_strcmp0 (facts->edition, tl_edition_get_version (get_edition (self))) == 0 &&
         !g_hash_table_contains (self->left_out, facts->uri);
}

/* The diagram {{{1 */

static TlOverlay *
create_overlay (TlTotalsWindow *self)
{
  guint n = self->totals != NULL ? self->totals->len : 0;
  g_autofree TlOverlayTotal *totals = g_new0 (TlOverlayTotal, n);
  g_autoptr (GPtrArray) costs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  g_autofree char *currency = tl_settings_dup_currency ();
  TlOverlayKind kind = overlays[gtk_drop_down_get_selected (self->overlay)];

  for (guint i = 0; i < n; i++)
    {
      const TlAcrossTotal *total = self->totals->pdata[i];
      GArray *priced = g_array_new (FALSE, FALSE, sizeof (TlComponentCost));

      for (guint j = 0; j < total->costs->len; j++)
        {
          const TlAcrossCost *cost = &g_array_index (total->costs, TlAcrossCost, j);
          TlComponentCost one = { *cost->currency != '\0' ? g_intern_string (cost->currency) : NULL, cost->amount };

          g_array_append_val (priced, one);
        }
      g_ptr_array_add (costs, priced);
      totals[i] = (TlOverlayTotal) {
        total->id, total->n_current > 0 ? total->current : -1, total->n_goal > 0 ? total->goal : -1, total->n_tools,
        total->n_priced, (const TlComponentCost *) priced->data, priced->len,
      };
    }
  return tl_overlay_new_for_totals (get_edition (self), kind, totals, n, currency);
}

static void
arrange (TlTotalsWindow  *self,
         const TlOverlay *overlay)
{
  TlView view = { TL_VIEW_VALUE_CHAIN, get_edition (self), NULL };
  TlScene *before = tl_canvas_get_scene (self->canvas);
  double aspect = tl_diagram_room_take (self->room, before != NULL);
  g_autoptr (PangoFontDescription) font = NULL;
  g_autoptr (TlScene) scene = NULL;

  if (aspect <= 0)
    return;
  font = tl_style_dup_font (GTK_WIDGET (self));
  scene = tl_view_build_scene_for_overlay (&view, overlay, font, aspect);
  tl_canvas_set_font (self->canvas, font);
  tl_canvas_set_scene (self->canvas, scene,
                       before != NULL ? TL_SCENE_TRANSITION_UPDATE : TL_SCENE_TRANSITION_NONE, NULL);
}

static const TlAcrossTotal *
find_total (TlTotalsWindow *self,
            const char     *id)
{
  for (guint i = 0; self->totals != NULL && i < self->totals->len; i++)
    if (g_strcmp0 (((TlAcrossTotal *) self->totals->pdata[i])->id, id) == 0)
      return self->totals->pdata[i];
  return NULL;
}

/* @fact: (transfer full) */
static void
add_fact (GString *text,
          char    *fact)
{
  if (text->len > 0)
    g_string_append (text, C_("facts", " · "));
  g_string_append (text, fact);
  g_free (fact);
}

static char *
describe (const TlAcrossTotal *total)
{
  GString *text = g_string_new (NULL);

  add_fact (text, g_strdup_printf (ngettext ("%'u project", "%'u projects", total->n_projects), total->n_projects));
  add_fact (text, g_strdup_printf (ngettext ("%'u tool", "%'u tools", total->n_tools), total->n_tools));
  for (guint i = 0; i < total->costs->len; i++)
    {
      const TlAcrossCost *cost = &g_array_index (total->costs, TlAcrossCost, i);
      char amount[32];

      tl_money_format (cost->amount, *cost->currency != '\0' ? cost->currency : NULL, amount, sizeof amount);
      add_fact (text, g_strdup (amount));
    }
  if (total->n_current > 0)
    /* Translators: average maturity of several projects */
    add_fact (text, g_strdup_printf (C_("totals", "maturity %.1f"), total->current));
  if (total->n_goal > 0)
    /* Translators: average goal of several projects */
    add_fact (text, g_strdup_printf (C_("totals", "goal %.1f"), total->goal));
  return g_string_free (text, FALSE);
}

/* Of what is selected, else of all. */
static void
update_status (TlTotalsWindow *self)
{
  const char *key = tl_canvas_get_selected_key (self->canvas);
  const TlConcept *concept = key != NULL ? tl_edition_lookup_key (get_edition (self), key) : NULL;
  const TlAcrossTotal *total = concept != NULL ? find_total (self, concept->id) : NULL;
  g_autofree char *facts = total != NULL ? describe (total) : NULL;
  g_autofree char *text = NULL;

  if (concept == NULL)
    text = g_strdup (_("Choose a component to see its totals"));
  else
    text = g_strdup_printf ("%s: %s", concept->name, facts != NULL ? facts : _("nothing is known"));
  tl_canvas_frame_set_status (self->frame, text);
}

static void
show_totals (TlTotalsWindow *self)
{
  g_autoptr (TlOverlay) overlay = NULL;

  if (self->updating)
    return;
  overlay = create_overlay (self);
  arrange (self, overlay);
  tl_legend_set_overlay (self->legend, overlay);
  tl_legend_set_overlay (self->brief_legend, overlay);
  update_status (self);
}

/* It may be being allocated: what is around it stays as it is. */
static void
room_cb (TlTotalsWindow *self)
{
  g_autoptr (TlOverlay) overlay = create_overlay (self);

  arrange (self, overlay);
}

static void
style_cb (TlTotalsWindow *self)
{
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
  show_totals (self);
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  TlTotalsWindow *self = TL_TOTALS_WINDOW (widget);
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_autoptr (TlPrintContent) content = NULL;

  if (scene == NULL)
    return;
  content = tl_print_content_new_for_scene (scene, tl_canvas_get_font (self->canvas), create_overlay (self),
                                            gtk_window_get_title (GTK_WINDOW (self)));
  tl_print_dialog_present (content, GTK_WINDOW (self));
}

/* Asking {{{1 */

typedef struct
{
  const char  *edition;
  char       **uris; /* NULL for all */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_strfreev (self->uris);
  g_free (self);
}

static gpointer
list_totals (TlIndex       *reader,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  const Question *question = data;

  return tl_across_list_totals (reader, question->edition, (const char *const *) question->uris, cancellable, error);
}

static void
totals_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (TlTotalsWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) totals = tl_library_ask_finish (TL_LIBRARY (source), result, &error);

  if (totals == NULL || g_cancellable_is_cancelled (self->closed))
    return;
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  self->totals = g_steal_pointer (&totals);
  show_totals (self);
}

static void
update_title (TlTotalsWindow *self,
              guint           n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%'u project", "%'u projects", n), n);

  adw_window_title_set_subtitle (self->title, text);
}

static void
ask (TlTotalsWindow *self)
{
  g_autoptr (GStrvBuilder) uris = g_strv_builder_new ();
  Question *question = g_new0 (Question, 1);
  guint n = 0;

  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    if (counts (self, self->entries->pdata[i]))
      {
        g_strv_builder_add (uris, tl_library_entry_get_facts (self->entries->pdata[i])->uri);
        n++;
      }
  update_title (self, n);
  question->edition = tl_edition_get_version (get_edition (self));
  question->uris = g_strv_builder_end (uris);
  g_cancellable_cancel (self->cancellable);
  g_object_unref (self->cancellable);
  self->cancellable = g_cancellable_new ();
  tl_library_ask_async (self->library, list_totals, question, question_free, (GDestroyNotify) g_ptr_array_unref,
                        self->cancellable, totals_cb, g_object_ref (self));
}

/* Which projects {{{1 */

static void
project_cb (TlTotalsWindow *self,
            GtkCheckButton *button)
{
  const char *uri = g_object_get_data (G_OBJECT (button), "uri");

  if (self->updating)
    return;
  if (gtk_check_button_get_active (button))
    g_hash_table_remove (self->left_out, uri);
  else
    g_hash_table_add (self->left_out, g_strdup (uri));
  self->updating = TRUE;
  gtk_check_button_set_active (self->all, g_hash_table_size (self->left_out) == 0);
  self->updating = FALSE;
  ask (self);
}

static void
list_projects (TlTotalsWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->projects))) != NULL)
    gtk_box_remove (self->projects, child);
  for (guint i = 0; self->entries != NULL && i < self->entries->len; i++)
    {
      const TlLibraryFacts *facts = tl_library_entry_get_facts (self->entries->pdata[i]);
      GtkWidget *button;

      if (g_strcmp0 (facts->edition, tl_edition_get_version (get_edition (self))) != 0)
        continue;
      button = gtk_check_button_new_with_label (facts->name);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (button), !g_hash_table_contains (self->left_out, facts->uri));
      gtk_widget_set_tooltip_text (button, facts->path);
      g_object_set_data_full (G_OBJECT (button), "uri", g_strdup (facts->uri), g_free);
      g_signal_connect_object (button, "toggled", G_CALLBACK (project_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->projects, button);
    }
}

static void
all_cb (TlTotalsWindow *self)
{
  gboolean all = gtk_check_button_get_active (self->all);

  if (self->updating)
    return;
  g_hash_table_remove_all (self->left_out);
  for (guint i = 0; !all && self->entries != NULL && i < self->entries->len; i++)
    g_hash_table_add (self->left_out, g_strdup (tl_library_entry_get_facts (self->entries->pdata[i])->uri));
  list_projects (self);
  ask (self);
}

static void
edition_cb (TlTotalsWindow *self)
{
  if (self->updating)
    return;
  tl_canvas_set_scene (self->canvas, NULL, TL_SCENE_TRANSITION_NONE, NULL);
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  list_projects (self);
  ask (self);
}

static void
projects_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (TlTotalsWindow) self = user_data;
  g_autoptr (GPtrArray) entries = tl_library_list_projects_finish (TL_LIBRARY (source), result, NULL);

  if (entries == NULL || g_cancellable_is_cancelled (self->closed))
    return;
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  self->entries = g_steal_pointer (&entries);
  list_projects (self);
  ask (self);
}

static void
library_changed_cb (TlTotalsWindow *self)
{
  tl_library_list_projects_async (self->library, self->closed, projects_cb, g_object_ref (self));
}

/* Window {{{1 */

static void
tl_totals_window_dispose (GObject *object)
{
  TlTotalsWindow *self = TL_TOTALS_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->closed);
  self->updating = TRUE;
  g_clear_object (&self->room);
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_TOTALS_WINDOW);
  g_clear_object (&self->library);
  g_clear_pointer (&self->entries, g_ptr_array_unref);
  g_clear_pointer (&self->totals, g_ptr_array_unref);

  G_OBJECT_CLASS (tl_totals_window_parent_class)->dispose (object);
}

static gboolean
tl_totals_window_close_request (GtkWindow *window)
{
  TlTotalsWindow *self = TL_TOTALS_WINDOW (window);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->closed);
  return GTK_WINDOW_CLASS (tl_totals_window_parent_class)->close_request (window);
}

static void
tl_totals_window_finalize (GObject *object)
{
  TlTotalsWindow *self = TL_TOTALS_WINDOW (object);

  g_object_unref (self->cancellable);
  g_object_unref (self->closed);
  g_hash_table_unref (self->left_out);

  G_OBJECT_CLASS (tl_totals_window_parent_class)->finalize (object);
}

static void
tl_totals_window_class_init (TlTotalsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_totals_window_dispose;
  object_class->finalize = tl_totals_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = tl_totals_window_close_request;

  g_type_ensure (TL_TYPE_CANVAS_FRAME);
  g_type_ensure (TL_TYPE_LEGEND);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-totals-window.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, all);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, projects);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, edition);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, legend);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, brief_legend);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, TlTotalsWindow, frame);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, edition_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_totals);
  gtk_widget_class_install_action (widget_class, "totals.print", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "totals.print", NULL);
}

static void
fill_choices (TlTotalsWindow *self)
{
  g_autoptr (GtkStringList) editions = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  self->updating = TRUE;
  for (const char *const *version = tl_edition_list_versions (); *version != NULL; version++)
    gtk_string_list_append (editions, tl_edition_get_name (tl_edition_get (*version)));
  for (guint i = 0; i < G_N_ELEMENTS (overlays); i++)
    gtk_string_list_append (labels, tl_overlay_kind_get_label (overlays[i]));
  gtk_drop_down_set_model (self->edition, G_LIST_MODEL (editions));
  gtk_drop_down_set_model (self->overlay, G_LIST_MODEL (labels));
  self->updating = FALSE;
}

static void
tl_totals_window_init (TlTotalsWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->closed = g_cancellable_new ();
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_window_size_remember (GTK_WINDOW (self), "totals-size");
  tl_label_explain (GTK_WIDGET (self->title));
  tl_own_name_keep (self->overlay);
  tl_own_name_keep (self->edition);
  self->canvas = tl_canvas_frame_get_canvas (self->frame);
  fill_choices (self);
  self->room = tl_diagram_room_new (self->canvas);
  g_signal_connect_object (self->room, "changed", G_CALLBACK (room_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "notify::selected-key", G_CALLBACK (update_status), self, G_CONNECT_SWAPPED);
  tl_style_connect (G_OBJECT (self), G_CALLBACK (style_cb));
  if (tl_settings_get () != NULL)
    g_signal_connect_object (tl_settings_get (), "changed::currency", G_CALLBACK (show_totals), self, G_CONNECT_SWAPPED);
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
}

GtkWidget *
tl_totals_window_new (TlLibrary *library)
{
  TlTotalsWindow *self = g_object_new (TL_TYPE_TOTALS_WINDOW, NULL);

  self->library = g_object_ref (library);
  g_signal_connect_object (library, "changed", G_CALLBACK (library_changed_cb), self, G_CONNECT_SWAPPED);
  library_changed_cb (self);
  return GTK_WIDGET (self);
}
