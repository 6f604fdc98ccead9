/* tl-project-list.c: the projects of the library, as a grid or a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-list-private.h"

#include "ui/tl-focus.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>

/* In one frame, in microseconds: the rest of it is needed for drawing. */
#define BUDGET 3000
/* GTK makes widgets for about 30 rows of as many columns as there may be. So there
 * are no more than fit, and a list begins with what is seen and grows in steps. */
#define COLUMN_WIDTH 272
#define MAX_COLUMNS  8
#define STEP         16
#define FULLY_GROWN  (30 * MAX_COLUMNS + STEP)

G_DEFINE_FINAL_TYPE (TlProjectList, tl_project_list, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_N_ITEMS,
  PROP_SELECTED,
  N_PROPS
};

enum
{
  SIGNAL_ACTIVATE,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void go_on (TlProjectList *self);

/* Cells {{{1 */

static gboolean
is_in_view (TlProjectList *self,
            GtkWidget     *cell)
{
  graphene_rect_t bounds;

  return gtk_widget_compute_bounds (cell, self->scroller, &bounds)
         && bounds.origin.y < (float) gtk_widget_get_height (self->scroller)
         && bounds.origin.y + bounds.size.height > 0;
}

static GtkWidget *
take_unfilled (TlProjectList *self)
{
  for (GList *l = self->unfilled.head; l != NULL; l = l->next)
    if (is_in_view (self, l->data))
      {
        GtkWidget *cell = l->data;

        g_queue_delete_link (&self->unfilled, l);
        return cell;
      }
  return g_queue_pop_head (&self->unfilled);
}

static void
fill (TlProjectList *self,
      TlProjectCell *cell)
{
  gint64 start = g_get_monotonic_time ();

  tl_project_cell_fill (cell);
  self->spent += g_get_monotonic_time () - start;
}

/* At once while there is time; those that follow are further down. */
static void
fill_soon (TlProjectList *self,
           TlProjectCell *cell)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  gint64 frame = clock != NULL ? gdk_frame_clock_get_frame_counter (clock) : 0;

  if (self->frame != frame)
    self->spent = 0;
  self->frame = frame;
  if (self->spent < BUDGET && g_queue_is_empty (&self->unfilled))
    {
      fill (self, cell);
      return;
    }
  g_queue_push_tail (&self->unfilled, cell);
  go_on (self);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         TlProjectList            *self)
{
  TlProjectCell *cell = TL_PROJECT_CELL (gtk_list_item_get_child (item));

  tl_project_cell_set_project (cell, gtk_list_item_get_item (item));
  if (!tl_project_cell_is_filled (cell))
    fill_soon (self, cell);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem              *item,
           TlProjectList            *self)
{
  TlProjectCell *cell = TL_PROJECT_CELL (gtk_list_item_get_child (item));

  g_queue_remove (&self->unfilled, cell);
  tl_project_cell_set_project (cell, NULL);
}

/* Growing {{{1 */

static void
set_size (TlProjectList *self,
          guint          size)
{
  gtk_slice_list_model_set_size (self->grown, size < FULLY_GROWN ? size : G_MAXUINT);
}

/* FALSE when it is as long as it is to be. */
static gboolean
grow (TlProjectList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->grown));

  if (n >= g_list_model_get_n_items (G_LIST_MODEL (self->sorted)))
    return FALSE;
  set_size (self, n + STEP);
  return TRUE;
}

/* Some in each frame: neither do other things wait for it, nor it for them. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TlProjectList *self = TL_PROJECT_LIST (widget);

  self->spent = 0;
  self->frame = gdk_frame_clock_get_frame_counter (clock);
  while (self->spent < BUDGET && !g_queue_is_empty (&self->unfilled))
    fill (self, TL_PROJECT_CELL (take_unfilled (self)));
  if (!g_queue_is_empty (&self->unfilled) || grow (self))
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
go_on (TlProjectList *self)
{
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

/* What is shown is about to be another list, or in other widgets. */
static void
begin_anew (TlProjectList *self)
{
  set_size (self, STEP);
  go_on (self);
}

/* Views {{{1 */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          TlProjectList            *self)
{
  GtkWidget *cell = tl_project_cell_new (self->is_grid);

  g_signal_connect_object (cell, "menu", G_CALLBACK (tl_project_list_pop_up_at_button), self, G_CONNECT_SWAPPED);
  gtk_list_item_set_child (item, cell);
}

static void
activate_cb (TlProjectList *self,
             guint          position)
{
  g_autoptr (TlLibraryProject) project = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (project != NULL)
    g_signal_emit (self, signals[SIGNAL_ACTIVATE], 0, project);
}

static guint
count_columns (int width)
{
  return (guint) CLAMP (width / COLUMN_WIDTH, 1, MAX_COLUMNS);
}

static GtkWidget *
create_view (TlProjectList *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *model = g_object_ref (GTK_SELECTION_MODEL (self->selection));
  GtkWidget *view;

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  if (self->is_grid)
    {
      view = gtk_grid_view_new (model, factory);
      gtk_grid_view_set_max_columns (GTK_GRID_VIEW (view), count_columns (gtk_widget_get_width (GTK_WIDGET (self))));
      gtk_grid_view_set_single_click_activate (GTK_GRID_VIEW (view), TRUE);
    }
  else
    {
      view = gtk_list_view_new (model, factory);
      gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (view), TRUE);
    }
  gtk_widget_add_css_class (view, "project-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Projects"), -1);
  g_signal_connect_object (view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  return view;
}

static void
make_view (TlProjectList *self)
{
  self->view = create_view (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
}

void
tl_project_list_set_is_grid (TlProjectList *self,
                             gboolean       is_grid)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  is_grid = is_grid != FALSE;
  if (self->is_grid == is_grid && self->view != NULL)
    return;
  self->is_grid = is_grid;
  begin_anew (self);
  make_view (self);
}

/* Models {{{1 */

static GtkAdjustment *
get_adjustment (TlProjectList *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
}

static gboolean
go_to_top_cb (gpointer user_data)
{
  TlProjectList *self = user_data;

  self->going_to_top = 0;
  gtk_adjustment_set_value (get_adjustment (self), 0);
  return G_SOURCE_REMOVE;
}

/* GTK stays with what it has shown, also when that was the first and others come
 * before it. That is known once it is laid out. */
static void
n_items_cb (TlProjectList *self)
{
  self->keeps_top |= gtk_adjustment_get_value (get_adjustment (self)) < 1;
  go_on (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

static void
selected_cb (TlProjectList *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

void
tl_project_list_set_model (TlProjectList *self,
                           GListModel    *model)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));
  g_return_if_fail (model == NULL || G_IS_LIST_MODEL (model));

  begin_anew (self);
  gtk_filter_list_model_set_model (self->filtered, model);
}

/* Before the filtered model hears of it. */
static void
filter_cb (TlProjectList   *self,
           GtkFilterChange  change,
           TlProjectFilter *filter)
{
  if (self->generation != tl_project_filter_get_generation (filter))
    begin_anew (self);
  self->generation = tl_project_filter_get_generation (filter);
}

void
tl_project_list_set_filter (TlProjectList   *self,
                            TlProjectFilter *filter)
{
  GtkFilter *before;

  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  before = gtk_filter_list_model_get_filter (self->filtered);
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, filter_cb, self);
  g_signal_connect_object (filter, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  self->generation = tl_project_filter_get_generation (filter);
  begin_anew (self);
  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (filter));
}

void
tl_project_list_set_sort (TlProjectList *self,
                          TlProjectSort  sort)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  tl_project_sorter_set_sort (self->sorter, sort);
}

void
tl_project_list_renew (TlProjectList *self)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  tl_project_sorter_renew (self->sorter);
}

guint
tl_project_list_get_n_items (TlProjectList *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->sorted));
}

TlLibraryProject *
tl_project_list_get_selected (TlProjectList *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_LIST (self), NULL);

  return gtk_single_selection_get_selected_item (self->selection);
}

void
tl_project_list_select (TlProjectList    *self,
                        TlLibraryProject *project)
{
  GListModel *model = G_LIST_MODEL (self->selection);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      g_autoptr (TlLibraryProject) other = g_list_model_get_item (model, i);

      if (other == project)
        {
          gtk_single_selection_set_selected (self->selection, i);
          return;
        }
    }
}

/* Widget {{{1 */

static void
tl_project_list_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  gtk_widget_measure (TL_PROJECT_LIST (widget)->scroller, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
set_columns (TlProjectList *self,
             int            width)
{
  guint columns = count_columns (width);

  if (GTK_IS_GRID_VIEW (self->view) && gtk_grid_view_get_max_columns (GTK_GRID_VIEW (self->view)) != columns)
    gtk_grid_view_set_max_columns (GTK_GRID_VIEW (self->view), columns);
}

static void
tl_project_list_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlProjectList *self = TL_PROJECT_LIST (widget);

  set_columns (self, width);
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->keeps_top && self->going_to_top == 0 && gtk_adjustment_get_value (get_adjustment (self)) >= 1)
    self->going_to_top = g_idle_add_full (GDK_PRIORITY_REDRAW - 1, go_to_top_cb, self, NULL);
  self->keeps_top = FALSE;
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
}

static gboolean
tl_project_list_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  if (!GTK_WIDGET_CLASS (tl_project_list_parent_class)->focus (widget, direction))
    return FALSE;
  tl_project_list_select_focus (TL_PROJECT_LIST (widget));
  return TRUE;
}

static gboolean
tl_project_list_grab_focus (GtkWidget *widget)
{
  TlProjectList *self = TL_PROJECT_LIST (widget);

  return !tl_focus_is_within (widget) && gtk_widget_child_focus (self->scroller, GTK_DIR_TAB_FORWARD);
}

static void
tl_project_list_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  switch (property_id)
    {
    case PROP_N_ITEMS:
      g_value_set_uint (value, tl_project_list_get_n_items (TL_PROJECT_LIST (object)));
      break;
    case PROP_SELECTED:
      g_value_set_object (value, tl_project_list_get_selected (TL_PROJECT_LIST (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
tl_project_list_dispose (GObject *object)
{
  TlProjectList *self = TL_PROJECT_LIST (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->view = NULL;
  g_queue_clear (&self->unfilled);
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_handle_id (&self->going_to_top, g_source_remove);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (tl_project_list_parent_class)->dispose (object);
}

static void
tl_project_list_class_init (TlProjectListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->dispose = tl_project_list_dispose;
  object_class->get_property = tl_project_list_get_property;
  widget_class->measure = tl_project_list_measure;
  widget_class->size_allocate = tl_project_list_size_allocate;
  widget_class->focus = tl_project_list_focus;
  widget_class->grab_focus = tl_project_list_grab_focus;

  properties[PROP_N_ITEMS] = g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, TL_TYPE_LIBRARY_PROJECT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_ACTIVATE] =
    g_signal_new ("activate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  TL_TYPE_LIBRARY_PROJECT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  tl_style_ensure ();
}

static void
tl_project_list_init (TlProjectList *self)
{
  g_queue_init (&self->unfilled);
  self->sorter = tl_project_sorter_new ();
  self->filtered = gtk_filter_list_model_new (NULL, NULL);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), GTK_SORTER (self->sorter));
  self->grown = gtk_slice_list_model_new (G_LIST_MODEL (self->sorted), 0, STEP);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->grown));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (n_items_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  /* Its rows are; and until there are any it would keep the keyboard to itself. */
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  tl_project_list_add_gestures (self);
}
