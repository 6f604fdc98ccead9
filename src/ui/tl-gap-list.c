/* tl-gap-list.c: gaps, and what mends them
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-gap-list.h"

#include "analysis/tl-mend.h"
#include "project/tl-edit.h"
#include "ui/tl-focus.h"
#include "ui/tl-gap-cell.h"
#include "ui/tl-growing-list.h"
#include "ui/tl-record-picker.h"
#include "ui/tl-style.h"
#include "ui/tl-turns.h"
#include "ui/tl-ui-resource.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define ROWS_AT_ONCE 6

struct _TlGapList
{
  GtkWidget           parent_instance;

  TlSession          *session;
  GSignalGroup       *session_signals;
  TlRecord           *service;
  TlGapModel         *model; /* NULL without a project */
  gboolean            without_rows;
  char               *filter;
  GPtrArray          *cells; /* borrowed, all there are */
  guint               n_gaps;
  GtkWidget          *picker;  /* NULL until it is asked for; of `choosing` */
  TlGapCell          *choosing; /* weak */

  GtkStack           *stack;
  GtkListView        *list;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (TlGapList, tl_gap_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_GAPS,
  N_PROPS
};

enum
{
  SIGNAL_MESSAGE,
  SIGNAL_ADDED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* What is listed {{{1 */

static void
update (TlGapList *self)
{
  guint n = self->model != NULL ? tl_gap_model_get_n_gaps (self->model) : 0;
  gboolean is_filtered = self->filter != NULL && *self->filter != '\0';

  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "list" : is_filtered ? "nothing" : "whole");
  if (self->n_gaps == n)
    return;
  self->n_gaps = n;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_GAPS]);
}

static void
make_rows (GtkWidget *widget)
{
  TlGapList *self = TL_GAP_LIST (widget);
  g_autoptr (TlGrowingList) growing = NULL;

  if (!self->without_rows || self->model == NULL)
    return;
  self->without_rows = FALSE;
  growing = tl_growing_list_new (G_LIST_MODEL (self->model), ROWS_AT_ONCE);
  tl_growing_list_set_view (growing, GTK_WIDGET (self->list));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (growing));
}

/* Beside a diagram the list is as high as its rows: it has them at once, or the diagram would give
 * way when they come. */
static void
add_rows (TlGapList *self)
{
  if (self->service != NULL)
    make_rows (GTK_WIDGET (self));
  else
    tl_turns_add (GTK_WIDGET (self), make_rows);
}

static void
fill (TlGapList *self)
{
  TlProject *project = self->session != NULL ? tl_session_get_project (self->session) : NULL;

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
  if (project != NULL && (self->service == NULL || tl_record_get_project (self->service) == project))
    {
      self->model = tl_gap_model_new (project, self->service);
      tl_gap_model_set_filter (self->model, self->filter);
      g_signal_connect_object (self->model, "notify::n-gaps", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      self->without_rows = TRUE;
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        add_rows (self);
    }
  update (self);
}

/* What is done {{{1 */

static void
selected_cb (TlGapList *self)
{
  TlGapRow *row = gtk_single_selection_get_selected_item (self->selection);
  g_autofree char *key = NULL;

  if (row == NULL || self->session == NULL)
    return;
  key = tl_session_dup_record_key (tl_gap_row_get_gap (row) != NULL ? tl_gap_row_get_gap (row)->element
                                                                    : tl_gap_row_get_service (row));
  tl_session_set_selection (self->session, key);
}

static void
reveal (TlGapList *self,
        TlRecord  *record)
{
  g_autofree char *key = tl_session_dup_record_key (record);

  if (self->session != NULL)
    tl_session_reveal (self->session, key);
}

static void
activate_cb (TlGapList *self,
             guint      position)
{
  g_autoptr (TlGapRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (row != NULL)
    reveal (self, tl_gap_row_get_gap (row) != NULL ? tl_gap_row_get_gap (row)->element
                                                   : tl_gap_row_get_service (row));
}

/* The row that had the keyboard may have gone with its gap. */
static gboolean
keep_focus_cb (gpointer user_data)
{
  TlGapList *self = user_data;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_widget_get_mapped (GTK_WIDGET (self))
      && (gtk_root_get_focus (root) == NULL || !gtk_widget_get_mapped (gtk_root_get_focus (root))))
    gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
  return G_SOURCE_REMOVE;
}

static void
mended_cb (TlGapList  *self,
           TlRecord   *other,
           const char *text)
{
  if (other != NULL && self->session != NULL)
    {
      g_autofree char *key = tl_session_dup_record_key (other);

      tl_session_set_selection (self->session, key);
    }
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, keep_focus_cb, g_object_ref (self), g_object_unref);
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, TRUE);
  if (other != NULL)
    g_signal_emit (self, signals[SIGNAL_ADDED], 0, other);
}

static void
failed_cb (TlGapList  *self,
           const char *text)
{
  g_signal_emit (self, signals[SIGNAL_MESSAGE], 0, text, FALSE);
}

/* Choosing {{{1 */

static gboolean
fits_cb (TlRecord *element,
         gpointer  row)
{
  const TlGap *gap = tl_gap_row_get_gap (row);

  return tl_record_get_project (gap->element) != NULL && tl_gap_accepts (gap, element);
}

static void
picked_cb (TlGapList  *self,
           const char *id)
{
  if (self->choosing != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self->choosing), "gap.connect", "s", id);
}

/* The menu is still closing, and takes the keyboard back. */
static gboolean
open_picker_cb (gpointer user_data)
{
  TlGapList *self = user_data;
  TlGapRow *row = self->choosing != NULL ? tl_gap_cell_get_row (self->choosing) : NULL;
  TlProject *project = row != NULL ? tl_record_get_project (tl_gap_row_get_service (row)) : NULL;

  if (project == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->choosing)))
    return G_SOURCE_REMOVE;
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  self->picker = tl_record_picker_new (project, &tl_element_type, _("Connect with which element?"), fits_cb,
                                       g_object_ref (row), g_object_unref);
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
  tl_record_picker_open (TL_PICKER (self->picker), GTK_WIDGET (self), GTK_WIDGET (self->choosing), NULL);
  return G_SOURCE_REMOVE;
}

static void
choose_cb (TlGapList *self,
           TlGapCell *cell)
{
  g_set_weak_pointer (&self->choosing, cell);
  g_idle_add_full (G_PRIORITY_DEFAULT, open_picker_cb, g_object_ref (self), g_object_unref);
}

static void
tl_gap_list_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlGapList *self = TL_GAP_LIST (widget);

  gtk_widget_size_allocate (GTK_WIDGET (self->stack), &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->picker != NULL)
    gtk_popover_present (GTK_POPOVER (self->picker));
}

static void
tl_gap_list_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (TL_GAP_LIST (widget)->stack), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

/* Cells {{{1 */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          TlGapList                *self)
{
  GtkWidget *cell = tl_gap_cell_new ();

  g_signal_connect_object (cell, "reveal", G_CALLBACK (reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "choose", G_CALLBACK (choose_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "mended", G_CALLBACK (mended_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cell, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_ptr_array_add (self->cells, cell);
  gtk_list_item_set_child (item, cell);
}

static void
teardown_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             TlGapList                *self)
{
  g_ptr_array_remove_fast (self->cells, gtk_list_item_get_child (item));
  gtk_list_item_set_child (item, NULL);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  tl_gap_cell_bind (TL_GAP_CELL (gtk_list_item_get_child (item)), gtk_list_item_get_item (item));
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item)
{
  tl_gap_cell_bind (TL_GAP_CELL (gtk_list_item_get_child (item)), NULL);
}

/* The menu of the row that has the keyboard, or of which a part has it. */
static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TlGapList *self = TL_GAP_LIST (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  for (guint i = 0; focus != NULL && focus != GTK_WIDGET (self->list) && i < self->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (self->cells, i);

      if (gtk_widget_is_ancestor (focus, gtk_widget_get_parent (cell)) || focus == gtk_widget_get_parent (cell))
        {
          tl_gap_cell_open_menu (TL_GAP_CELL (cell));
          return TRUE;
        }
    }
  return FALSE;
}

/* Object {{{1 */

static void
tl_gap_list_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tl_gap_list_parent_class)->map (widget);
  if (TL_GAP_LIST (widget)->without_rows)
    add_rows (TL_GAP_LIST (widget));
}

static gboolean
tl_gap_list_focus (GtkWidget        *widget,
                   GtkDirectionType  direction)
{
  tl_turns_finish (widget);
  return tl_focus_in_order (widget, direction);
}

static gboolean
tl_gap_list_grab_focus (GtkWidget *widget)
{
  tl_turns_finish (widget);
  return !tl_focus_is_within (widget)
         && gtk_widget_child_focus (GTK_WIDGET (TL_GAP_LIST (widget)->stack), GTK_DIR_TAB_FORWARD);
}

static void
tl_gap_list_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_N_GAPS:
      g_value_set_uint (value, TL_GAP_LIST (object)->n_gaps);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_gap_list_dispose (GObject *object)
{
  TlGapList *self = TL_GAP_LIST (object);

  g_signal_group_set_target (self->session_signals, NULL);
  g_clear_weak_pointer (&self->choosing);
  g_clear_pointer (&self->picker, gtk_widget_unparent);
  if (self->stack != NULL)
    {
      gtk_single_selection_set_model (self->selection, NULL);
      gtk_widget_unparent (GTK_WIDGET (self->stack));
    }
  self->stack = NULL;
  g_clear_object (&self->model);
  g_clear_object (&self->service);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (tl_gap_list_parent_class)->dispose (object);
}

static void
tl_gap_list_finalize (GObject *object)
{
  TlGapList *self = TL_GAP_LIST (object);

  g_object_unref (self->session_signals);
  g_ptr_array_unref (self->cells);
  g_free (self->filter);

  G_OBJECT_CLASS (tl_gap_list_parent_class)->finalize (object);
}

static void
tl_gap_list_class_init (TlGapListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = tl_gap_list_get_property;
  object_class->dispose = tl_gap_list_dispose;
  object_class->finalize = tl_gap_list_finalize;
  widget_class->map = tl_gap_list_map;
  widget_class->focus = tl_gap_list_focus;
  widget_class->grab_focus = tl_gap_list_grab_focus;
  widget_class->measure = tl_gap_list_measure;
  widget_class->size_allocate = tl_gap_list_size_allocate;

  properties[PROP_N_GAPS] =
    g_param_spec_uint ("n-gaps", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[SIGNAL_MESSAGE] =
    g_signal_new ("message", TL_TYPE_GAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_ADDED] =
    g_signal_new ("added", TL_TYPE_GAP_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, TL_TYPE_RECORD);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-gap-list.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlGapList, stack);
  gtk_widget_class_bind_template_child (widget_class, TlGapList, list);
  gtk_widget_class_bind_template_child (widget_class, TlGapList, selection);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, teardown_cb);
  tl_style_ensure ();
}

static void
tl_gap_list_init (TlGapList *self)
{
  self->cells = g_ptr_array_new ();
  self->session_signals = g_signal_group_new (TL_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::project", G_CALLBACK (fill), self);

  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
tl_gap_list_new (void)
{
  return g_object_new (TL_TYPE_GAP_LIST, NULL);
}

void
tl_gap_list_set_session (TlGapList *self,
                         TlSession *session)
{
  g_return_if_fail (TL_IS_GAP_LIST (self));

  if (!g_set_object (&self->session, session))
    return;
  g_signal_group_set_target (self->session_signals, session);
  fill (self);
}

void
tl_gap_list_set_service (TlGapList *self,
                         TlRecord  *service)
{
  g_return_if_fail (TL_IS_GAP_LIST (self));

  if (g_set_object (&self->service, service))
    fill (self);
}

void
tl_gap_list_set_filter (TlGapList  *self,
                        const char *text)
{
  g_return_if_fail (TL_IS_GAP_LIST (self));

  g_free (self->filter);
  self->filter = g_strdup (text);
  if (self->model != NULL)
    tl_gap_model_set_filter (self->model, text);
  update (self);
}

guint
tl_gap_list_get_n_gaps (TlGapList *self)
{
  g_return_val_if_fail (TL_IS_GAP_LIST (self), 0);

  return self->n_gaps;
}

/* On paper {{{1 */

static void
add_row (GObject       *model,
         guint          position,
         gconstpointer  data,
         TlPrintTable  *table)
{
  g_autoptr (TlGapRow) row = g_list_model_get_item (G_LIST_MODEL (model), position);
  const TlGap *gap = tl_gap_row_get_gap (row);
  g_autofree char *title = tl_edit_create_title (gap != NULL ? gap->element : tl_gap_row_get_service (row));

  if (gap == NULL)
    tl_print_table_add_heading (table, title);
  else
    tl_print_table_add_row (table, (const char *const[]) { title, tl_element_get_kind_name (TL_ELEMENT (gap->element)),
                                                           tl_gap_rule_get_message (gap->rule) });
}

TlPrintContent *
tl_gap_list_create_print_content (TlGapList  *self,
                                  const char *summary)
{
  static const TlPrintRows rows = { add_row };
  g_autoptr (PangoFontDescription) font = NULL;
  TlPrintTable *table;

  g_return_val_if_fail (TL_IS_GAP_LIST (self), NULL);

  if (self->model == NULL)
    return NULL;
  font = tl_style_dup_font (GTK_WIDGET (self));
  table = tl_print_content_create_table (tl_session_get_project (self->session), _("Gaps"));
  tl_print_table_add_note (table, summary);
  tl_print_content_add_filter (table, self->filter);
  tl_print_table_add_column (table, C_("column", "Element"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "Kind"), TL_PRINT_BEGIN);
  tl_print_table_add_column (table, C_("column", "What Is Missing"), TL_PRINT_BEGIN);
  return tl_print_content_new_for_rows (table, &rows, self->model, NULL, font);
}
