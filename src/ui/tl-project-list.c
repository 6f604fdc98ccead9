/* tl-project-list.c: the projects of the library, as a grid or a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-list.h"

#include "ui/tl-focus.h"
#include "ui/tl-project-cell.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>

/* In one frame, in microseconds: the rest of it is needed for drawing. */
#define BUDGET 5000
#define MAX_COLUMNS 8

struct _TlProjectList
{
  GtkWidget           parent_instance;

  GtkFilterListModel *filtered;
  GtkSortListModel   *sorted;
  GtkSingleSelection *selection;
  GtkCustomSorter    *sorter;
  TlProjectSort       sort;
  gboolean            is_grid;

  GQueue              unfilled;    /* cells, borrowed */
  guint               idle;
  gint64              frame;       /* which one the next is about */
  gint64              spent;       /* in this frame */

  GtkWidget          *scroller;
  GtkWidget          *view;        /* GtkGridView or GtkListView; in @scroller */
  GtkWidget          *menu;
};

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

/* Order {{{1 */

static int
compare_numbers (gint64 a,
                 gint64 b)
{
  return a > b ? -1 : a < b;
}

static int
compare_by (TlProjectSort         sort,
            const TlLibraryFacts *a,
            const TlLibraryFacts *b)
{
  int order = 0;

  switch (sort)
    {
    case TL_PROJECT_SORT_OPENED:
      order = compare_numbers (a->opened, b->opened);
      return order != 0 ? order : compare_numbers (a->modified, b->modified);
    case TL_PROJECT_SORT_CHANGED:
      return compare_numbers (a->modified, b->modified);
    case TL_PROJECT_SORT_FINDINGS:
      order = compare_numbers (a->n_errors, b->n_errors);
      return order != 0 ? order : compare_numbers (a->n_warnings, b->n_warnings);
    case TL_PROJECT_SORT_NAME:
    default:
      return 0;
    }
}

static int
compare_projects (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  TlProjectList *self = user_data;
  TlLibraryProject *x = (TlLibraryProject *) a, *y = (TlLibraryProject *) b;
  const TlLibraryFacts *first = tl_library_project_get_facts (x);
  const TlLibraryFacts *second = tl_library_project_get_facts (y);
  int order = compare_numbers (first->pinned, second->pinned);

  if (order == 0)
    order = compare_by (self->sort, first, second);
  return order != 0 ? order : tl_library_project_compare_names (x, y);
}

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

static gboolean
fill_cb (gpointer user_data)
{
  TlProjectList *self = user_data;

  self->spent = 0;
  while (self->spent < BUDGET && !g_queue_is_empty (&self->unfilled))
    fill (self, TL_PROJECT_CELL (take_unfilled (self)));
  if (!g_queue_is_empty (&self->unfilled))
    return G_SOURCE_CONTINUE;
  self->idle = 0;
  return G_SOURCE_REMOVE;
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
  if (self->idle == 0)
    self->idle = g_idle_add_full (GDK_PRIORITY_REDRAW + 5, fill_cb, self, NULL);
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

/* Menu {{{1 */

static void
popup_at (TlProjectList *self,
          GtkWidget     *widget,
          GdkRectangle   area,
          GtkAlign       align)
{
  graphene_point_t point;

  if (self->menu == NULL
      || !gtk_widget_compute_point (widget, GTK_WIDGET (self), &GRAPHENE_POINT_INIT (area.x, area.y), &point))
    return;
  area.x = (int) point.x;
  area.y = (int) point.y;
  gtk_widget_set_halign (self->menu, align);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &area);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static GdkRectangle
get_area (GtkWidget *widget)
{
  return (GdkRectangle){ 0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget) };
}

static void
menu_cb (TlProjectList *self,
         GtkWidget     *button,
         TlProjectCell *cell)
{
  tl_project_list_select (self, tl_project_cell_get_project (cell));
  popup_at (self, button, get_area (button), GTK_ALIGN_END);
}

static void
pressed_cb (GtkGesture    *gesture,
            int            n_press,
            double         x,
            double         y,
            TlProjectList *self)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  tl_project_list_select (self, tl_project_cell_get_project (TL_PROJECT_CELL (cell)));
  popup_at (self, cell, (GdkRectangle){ (int) x, (int) y, 1, 1 }, GTK_ALIGN_START);
}

static void
long_pressed_cb (GtkGesture    *gesture,
                 double         x,
                 double         y,
                 TlProjectList *self)
{
  pressed_cb (gesture, 1, x, y, self);
}

void
tl_project_list_show_menu (TlProjectList *self)
{
  GtkRoot *root;
  GtkWidget *focus;

  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (tl_project_list_get_selected (self) == NULL)
    return;
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->view))
    popup_at (self, focus, get_area (focus), GTK_ALIGN_START);
  else
    popup_at (self, self->view, (GdkRectangle){ 0, 0, gtk_widget_get_width (self->view), 1 }, GTK_ALIGN_CENTER);
}

void
tl_project_list_set_menu (TlProjectList *self,
                          GMenuModel    *menu)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  self->menu = gtk_popover_menu_new_from_model (menu);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
}

/* Views {{{1 */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          TlProjectList            *self)
{
  GtkWidget *cell = tl_project_cell_new (self->is_grid);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect_object (press, "pressed", G_CALLBACK (long_pressed_cb), self, 0);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (press));
  g_signal_connect_object (cell, "menu", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
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
      gtk_grid_view_set_max_columns (GTK_GRID_VIEW (view), MAX_COLUMNS);
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
  make_view (self);
}

/* Models {{{1 */

static void
n_items_cb (TlProjectList *self)
{
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

  gtk_filter_list_model_set_model (self->filtered, model);
}

void
tl_project_list_set_filter (TlProjectList   *self,
                            TlProjectFilter *filter)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  gtk_filter_list_model_set_filter (self->filtered, GTK_FILTER (filter));
}

void
tl_project_list_set_sort (TlProjectList *self,
                          TlProjectSort  sort)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  if (self->sort == sort)
    return;
  self->sort = sort;
  tl_project_list_renew (self);
}

void
tl_project_list_renew (TlProjectList *self)
{
  g_return_if_fail (TL_IS_PROJECT_LIST (self));

  gtk_sorter_changed (GTK_SORTER (self->sorter), GTK_SORTER_CHANGE_DIFFERENT);
}

guint
tl_project_list_get_n_items (TlProjectList *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_LIST (self), 0);

  return g_list_model_get_n_items (G_LIST_MODEL (self->selection));
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
tl_project_list_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlProjectList *self = TL_PROJECT_LIST (widget);

  gtk_widget_size_allocate (self->scroller, &(GtkAllocation){ 0, 0, width, height }, baseline);
  if (self->menu != NULL)
    gtk_popover_present (GTK_POPOVER (self->menu));
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
  g_clear_handle_id (&self->idle, g_source_remove);
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
  self->sorter = gtk_custom_sorter_new (compare_projects, self, NULL);
  self->filtered = gtk_filter_list_model_new (NULL, NULL);
  self->sorted = gtk_sort_list_model_new (G_LIST_MODEL (self->filtered), GTK_SORTER (self->sorter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (self->sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_object (self->sorted, "items-changed", G_CALLBACK (n_items_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}
