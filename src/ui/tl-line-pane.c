/* tl-line-pane.c: the line through one element, and what its failure hits
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-line-pane.h"

#include "diagram/tl-line-view.h"
#include "project/tl-edit.h"
#include "ui/tl-pick.h"
#include "ui/tl-record-button.h"
#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"
#include "ui/tl-wrap-box.h"

#include <glib/gi18n.h>

/* More rows and boxes than anybody reads. */
#define MAX_ROWS 500

#define DETAIL_ELEMENT "line-element"
#define DETAIL_VIEW    "line-view"

struct _TlLinePane
{
  GtkWidget           parent_instance;

  TlSession          *session;
  GSignalGroup       *session_signals;
  GSignalGroup       *project_signals;
  TlProject          *project;
  GListStore         *rows; /* of TlPick */
  char               *shown; /* of which element and view the picture is */
  guint               idle;
  gboolean            updating;
  gboolean            restoring;

  GtkWidget          *content;
  TlRecordButton     *chooser;
  GtkToggleButton    *line;
  GtkToggleButton    *impact;
  GtkStack           *stack;
  TlCanvasFrame      *frame;
  TlCanvas           *canvas; /* in it */
  GtkListView        *list;
  GtkSingleSelection *selection;
  GtkLabel           *footer;
};

G_DEFINE_FINAL_TYPE (TlLinePane, tl_line_pane, GTK_TYPE_WIDGET)

/* Words {{{1 */

static void
add_row (TlLinePane *self,
         TlRecord   *record,
         const char *detail)
{
  g_autofree char *title = tl_edit_create_title (record);
  const TlElementKind *kind = TL_IS_ELEMENT (record) ? tl_element_get_kind (TL_ELEMENT (record)) : NULL;
  g_autoptr (TlPick) row = tl_pick_new (tl_record_get_id (record), title, detail, kind != NULL ? kind->icon : NULL);

  g_list_store_append (self->rows, row);
}

/* "Component · Logical · Payments – Nothing that runs realizes it" */
static void
add_element (TlLinePane     *self,
             TlTraceability *traceability,
             TlRecord       *element)
{
  g_autoptr (GArray) gaps = tl_traceability_list_gaps_of (traceability, element);
  g_autofree char *service = tl_edit_create_title (tl_element_get_service (TL_ELEMENT (element)));
  GString *detail = g_string_new (NULL);

  g_string_append_printf (detail, "%s · %s · %s", tl_element_get_kind_name (TL_ELEMENT (element)),
                          tl_lane_get_name (tl_element_get_lane (TL_ELEMENT (element))), service);
  for (guint i = 0; i < gaps->len; i++)
    g_string_append_printf (detail, " – %s", tl_gap_rule_get_message (g_array_index (gaps, TlGap, i).rule));
  add_row (self, element, detail->str);
  g_string_free (detail, TRUE);
}

static guint
fill_line (TlLinePane     *self,
           TlTraceability *traceability,
           TlRecord       *element)
{
  g_autoptr (GPtrArray) elements = NULL;
  g_autoptr (GPtrArray) traces = NULL;
  g_autofree char *text = NULL;

  tl_traceability_follow (traceability, element, &elements, &traces);
  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < elements->len && g_list_model_get_n_items (G_LIST_MODEL (self->rows)) < MAX_ROWS; i++)
      if (tl_element_get_lane (g_ptr_array_index (elements, i)) == lane)
        add_element (self, traceability, g_ptr_array_index (elements, i));

  text = g_strdup_printf (ngettext ("%'u element on the line", "%'u elements on the line", elements->len), elements->len);
  gtk_label_set_label (self->footer, text);
  return elements->len;
}

static void
add_impact (TlLinePane     *self,
            const TlImpact *impact)
{
  g_autofree char *by = tl_edit_create_title (impact->by);
  g_autofree char *distance = g_strdup_printf (ngettext ("%'u step", "%'u steps", impact->distance), impact->distance);
  g_autofree char *service = NULL;
  g_autofree char *detail = NULL;

  if (TL_IS_ELEMENT (impact->element))
    {
      service = tl_edit_create_title (tl_element_get_service (TL_ELEMENT (impact->element)));
      /* Translators: what is hit: its kind, its service, how far away, and through what */
      detail = g_strdup_printf (_("%1$s · %2$s · %3$s, by “%4$s”"),
                                tl_element_get_kind_name (TL_ELEMENT (impact->element)), service, distance, by);
    }
  else
    {
      /* Translators: a service that is hit: how far away, and through what */
      detail = g_strdup_printf (_("Service · %1$s, by “%2$s”"), distance, by);
    }
  add_row (self, impact->element, detail);
}

static guint
fill_impact (TlLinePane     *self,
             TlTraceability *traceability,
             TlRecord       *element)
{
  g_autoptr (GArray) impacts = tl_traceability_list_impact (traceability, element);
  g_autofree char *text = NULL;

  for (guint i = 1; i < impacts->len && i <= MAX_ROWS; i++)
    add_impact (self, &g_array_index (impacts, TlImpact, i));

  text = impacts->len > 1
         ? g_strdup_printf (ngettext ("%'u thing is hit if it fails", "%'u things are hit if it fails", impacts->len - 1),
                            impacts->len - 1)
         : g_strdup (_("Nothing else is hit if it fails"));
  gtk_label_set_label (self->footer, text);
  return impacts->len;
}

/* There is a row for the first of them only, and no picture. */
static void
say_too_many (TlLinePane *self)
{
  const char *counted = gtk_label_get_label (self->footer);
  /* Translators: %s is “1,200 things are hit if it fails” */
  g_autofree char *text = g_strdup_printf (_("%s: too many for a picture, and for one list"), counted);

  gtk_label_set_label (self->footer, text);
}

/* What is shown {{{1 */

static void
show_picture (TlLinePane     *self,
              TlTraceability *traceability,
              TlRecord       *element,
              gboolean        is_impact,
              guint           n)
{
  g_autoptr (PangoFontDescription) font = tl_style_dup_font (GTK_WIDGET (self));
  g_autofree char *key = g_strdup_printf ("%d %s", is_impact, tl_record_get_id (element));
  g_autoptr (TlScene) scene = NULL;

  if (n <= MAX_ROWS)
    scene = is_impact ? tl_impact_view_build (traceability, element, font)
                      : tl_line_view_build (traceability, element, font);
  tl_canvas_set_palette (self->canvas, tl_style_get_palette ());
  tl_canvas_set_font (self->canvas, font);
  tl_canvas_set_scene (self->canvas, scene,
                       g_strcmp0 (key, self->shown) == 0 ? TL_SCENE_TRANSITION_UPDATE : TL_SCENE_TRANSITION_NONE, NULL);
  g_free (self->shown);
  self->shown = g_steal_pointer (&key);
}

static void
show (TlLinePane *self)
{
  TlRecord *element = tl_record_button_get_record (self->chooser);
  gboolean is_impact = gtk_toggle_button_get_active (self->impact);
  TlTraceability *traceability;
  guint n;

  g_clear_handle_id (&self->idle, g_source_remove);
  self->updating = TRUE;
  g_list_store_remove_all (self->rows);
  gtk_stack_set_visible_child_name (self->stack, element != NULL ? "views" : "empty");
  gtk_label_set_label (self->footer, "");
  if (element != NULL)
    {
      traceability = tl_traceability_get (self->project);
      n = is_impact ? fill_impact (self, traceability, element) : fill_line (self, traceability, element);
      show_picture (self, traceability, element, is_impact, n);
      if (n > MAX_ROWS)
        say_too_many (self);
    }
  else
    {
      tl_canvas_set_scene (self->canvas, NULL, TL_SCENE_TRANSITION_NONE, NULL);
      g_clear_pointer (&self->shown, g_free);
    }
  self->updating = FALSE;
}

static gboolean
show_cb (gpointer user_data)
{
  TlLinePane *self = user_data;

  self->idle = 0;
  show (self);
  return G_SOURCE_REMOVE;
}

/* Once, however much changes; on a page that nobody sees, when it is seen. */
static void
update (TlLinePane *self)
{
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (GTK_PRIORITY_RESIZE - 1, show_cb, self, NULL);
}

/* What is remembered {{{1 */

static void
remember (TlLinePane *self)
{
  TlRecord *element = tl_record_button_get_record (self->chooser);
  TlDetails *details;

  if (self->session == NULL)
    return;
  details = tl_session_get_details (self->session);
  tl_details_set (details, DETAIL_ELEMENT, element != NULL ? tl_record_get_id (element) : NULL);
  tl_details_set (details, DETAIL_VIEW, gtk_toggle_button_get_active (self->line) ? NULL : "impact");
}

static void
restore (TlLinePane *self)
{
  TlDetails *details = tl_session_get_details (self->session);
  const char *id = tl_details_get (details, DETAIL_ELEMENT);
  gboolean is_impact = g_strcmp0 (tl_details_get (details, DETAIL_VIEW), "impact") == 0;
  TlRecord *element = id != NULL && self->project != NULL ? tl_project_lookup (self->project, id) : NULL;

  self->restoring = TRUE;
  tl_record_button_set_record (self->chooser, TL_IS_ELEMENT (element) ? element : NULL);
  gtk_toggle_button_set_active (is_impact ? self->impact : self->line, TRUE);
  self->restoring = FALSE;
  show (self);
}

/* The other one of line and impact. */
static void
view_cb (TlLinePane *self)
{
  if (!self->restoring)
    remember (self);
  update (self);
}

/* What is selected is what one wants to look at, until one chooses. */
static void
tl_line_pane_map (GtkWidget *widget)
{
  TlLinePane *self = TL_LINE_PANE (widget);
  TlRecord *record = self->session != NULL ? tl_session_get_selected_record (self->session) : NULL;

  GTK_WIDGET_CLASS (tl_line_pane_parent_class)->map (widget);
  if (tl_record_button_get_record (self->chooser) == NULL && record != NULL && TL_IS_ELEMENT (record))
    tl_record_button_set_record (self->chooser, record);
  show (self);
}

static void
project_cb (TlLinePane *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;

  g_set_object (&self->project, project);
  g_signal_group_set_target (self->project_signals, project);
  tl_record_button_set_record (self->chooser, NULL);
  tl_record_button_set_project (self->chooser, project);
  if (self->session != NULL)
    restore (self);
  else
    show (self);
}

/* What is done {{{1 */

static void
chosen_cb (TlLinePane *self)
{
  remember (self);
  show (self);
}

static TlRecord *
find_record (TlLinePane *self,
             const char *key)
{
  return key != NULL && self->project != NULL && g_str_has_prefix (key, "record:")
         ? tl_project_lookup (self->project, key + strlen ("record:")) : NULL;
}

static void
canvas_selected_cb (TlLinePane *self)
{
  const char *key = tl_canvas_get_selected_key (self->canvas);

  if (!self->updating && key != NULL && self->session != NULL)
    tl_session_set_selection (self->session, key);
}

static void
node_activated_cb (TlLinePane *self,
                   const char *key)
{
  TlRecord *record = find_record (self, key);

  if (record != NULL && TL_IS_ELEMENT (record))
    tl_line_pane_set_element (self, record);
}

static char *
dup_row_key (TlLinePane *self,
             guint       position)
{
  g_autoptr (TlPick) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  return row != NULL ? g_strconcat ("record:", tl_pick_get_key (row), NULL) : NULL;
}

static void
row_selected_cb (TlLinePane *self)
{
  g_autofree char *key = dup_row_key (self, gtk_single_selection_get_selected (self->selection));

  if (self->updating || key == NULL || self->session == NULL)
    return;
  tl_session_set_selection (self->session, key);
  self->updating = TRUE;
  tl_canvas_set_selected_key (self->canvas, key);
  self->updating = FALSE;
}

static void
row_activated_cb (TlLinePane *self,
                  guint       position)
{
  g_autofree char *key = dup_row_key (self, position);

  if (key != NULL && self->session != NULL)
    tl_session_reveal (self->session, key);
}

/* Object {{{1 */

static void
tl_line_pane_dispose (GObject *object)
{
  TlLinePane *self = TL_LINE_PANE (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_group_set_target (self->session_signals, NULL);
  g_signal_group_set_target (self->project_signals, NULL);
  self->updating = TRUE;
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_object (&self->project);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_line_pane_parent_class)->dispose (object);
}

static void
tl_line_pane_finalize (GObject *object)
{
  TlLinePane *self = TL_LINE_PANE (object);

  g_object_unref (self->session_signals);
  g_object_unref (self->project_signals);
  g_object_unref (self->rows);
  g_free (self->shown);

  G_OBJECT_CLASS (tl_line_pane_parent_class)->finalize (object);
}

static void
tl_line_pane_class_init (TlLinePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_line_pane_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_line_pane_finalize;
  widget_class->map = tl_line_pane_map;

  g_type_ensure (TL_TYPE_CANVAS_FRAME);
  g_type_ensure (TL_TYPE_PICK);
  g_type_ensure (TL_TYPE_RECORD_BUTTON);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  g_type_ensure (TL_TYPE_WRAP_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-line-pane.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, content);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, chooser);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, line);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, impact);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, stack);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, frame);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, list);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, selection);
  gtk_widget_class_bind_template_child (widget_class, TlLinePane, footer);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
tl_line_pane_init (TlLinePane *self)
{
  self->rows = g_list_store_new (TL_TYPE_PICK);
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (project_cb), self);
  g_signal_group_connect_swapped (self->session_signals, "notify::details", G_CALLBACK (restore), self);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (update), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->canvas = tl_canvas_frame_get_canvas (self->frame);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->canvas), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Picture"), -1);
  g_signal_connect_object (self->canvas, "notify::selected-key", G_CALLBACK (canvas_selected_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "activate-node", G_CALLBACK (node_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->rows));
  tl_record_button_setup (self->chooser, &tl_element_type, _("Element"), _("Choose an Element"), FALSE);
  tl_style_connect (G_OBJECT (self), G_CALLBACK (update));
}

void
tl_line_pane_set_session (TlLinePane *self,
                          TlSession  *session)
{
  g_return_if_fail (TL_IS_LINE_PANE (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  project_cb (self);
}

TlRecord *
tl_line_pane_get_element (TlLinePane *self)
{
  g_return_val_if_fail (TL_IS_LINE_PANE (self), NULL);

  return tl_record_button_get_record (self->chooser);
}

void
tl_line_pane_set_element (TlLinePane *self,
                          TlRecord   *element)
{
  g_return_if_fail (TL_IS_LINE_PANE (self));

  tl_record_button_set_record (self->chooser, element);
  remember (self);
  show (self);
}

void
tl_line_pane_show_impact (TlLinePane *self,
                          TlRecord   *element)
{
  g_return_if_fail (TL_IS_LINE_PANE (self));

  gtk_toggle_button_set_active (self->impact, TRUE);
  tl_line_pane_set_element (self, element);
  gtk_widget_child_focus (GTK_WIDGET (g_list_model_get_n_items (G_LIST_MODEL (self->rows)) > 0
                                        ? (gpointer) self->list : (gpointer) self->chooser),
                          GTK_DIR_TAB_FORWARD);
}

TlCanvas *
tl_line_pane_get_canvas (TlLinePane *self)
{
  g_return_val_if_fail (TL_IS_LINE_PANE (self), NULL);

  return self->canvas;
}
