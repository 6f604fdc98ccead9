/* tl-breadcrumbs.c: the way from the top to what is shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-breadcrumbs.h"

#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "project/tl-transaction.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>

#define MAX_CHARS 28

/* What names need to be worth reading, in pixels: those above what is shown, and its own. */
#define NAME_ROOM  60
#define TITLE_ROOM 110

struct _TlBreadcrumbs
{
  GtkWidget     parent_instance;

  TlSession    *session;
  GSignalGroup *project_signals;
  GtkWidget    *note; /* the last child, left out first */
};

G_DEFINE_FINAL_TYPE (TlBreadcrumbs, tl_breadcrumbs, GTK_TYPE_WIDGET)

static void
view_clicked_cb (TlBreadcrumbs *self,
                 GtkButton     *button)
{
  const TlView *view = g_object_get_data (G_OBJECT (button), "view");
  TlView copy = *view; /* goes with the button */

  tl_session_go (self->session, &copy);
}

static void
services_clicked_cb (TlBreadcrumbs *self)
{
  tl_session_set_page (self->session, TL_PAGE_SERVICES);
}

static GtkWidget *
create_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_CHARS);
  return label;
}

/* A button, and what parts it from the next. */
static GtkWidget *
append_crumb (TlBreadcrumbs *self,
              const char    *title,
              GCallback      clicked)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *separator = gtk_label_new ("›");

  gtk_button_set_child (GTK_BUTTON (button), create_label (title));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "crumb");
  gtk_widget_set_tooltip_text (button, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (separator, "dim-label");
  gtk_widget_insert_before (button, GTK_WIDGET (self), self->note);
  gtk_widget_insert_before (separator, GTK_WIDGET (self), self->note);
  return button;
}

/* Where one is. */
static void
append_title (TlBreadcrumbs *self,
              const char    *title)
{
  GtkWidget *label = create_label (title);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_tooltip_text (label, title);
  gtk_widget_insert_before (label, GTK_WIDGET (self), self->note);
}

static void
remove_children (TlBreadcrumbs *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != self->note)
    gtk_widget_unparent (child);
  gtk_label_set_label (GTK_LABEL (self->note), "");
}

static void
append_parents (TlBreadcrumbs *self,
                const TlView  *view)
{
  g_autofree char *title = NULL;
  GtkWidget *button;
  TlView parent;

  if (!tl_view_get_parent (view, &parent))
    return;
  append_parents (self, &parent);
  title = tl_view_dup_title (&parent);
  button = append_crumb (self, title, G_CALLBACK (view_clicked_cb));
  g_object_set_data_full (G_OBJECT (button), "view", g_memdup2 (&parent, sizeof parent), g_free);
}

static void
show_diagram (TlBreadcrumbs *self)
{
  g_autofree char *title = NULL;
  TlView view;

  tl_session_get_view (self->session, &view);
  append_parents (self, &view);
  title = tl_view_dup_title (&view);
  append_title (self, title);
  gtk_label_set_label (GTK_LABEL (self->note), tl_edition_get_name (view.edition));
}

static void
show_blueprint (TlBreadcrumbs *self)
{
  TlRecord *service = tl_session_get_service (self->session);
  g_autofree char *title = service != NULL ? tl_edit_create_title (service) : NULL;

  append_crumb (self, _("Services"), G_CALLBACK (services_clicked_cb));
  append_title (self, title != NULL ? title : _("Blueprint"));
}

static void
refill (TlBreadcrumbs *self)
{
  const char *page;

  remove_children (self);
  if (self->session == NULL || tl_session_get_project (self->session) == NULL)
    return;
  page = tl_session_get_page (self->session);
  if (g_str_equal (page, TL_PAGE_BLUEPRINT))
    show_blueprint (self);
  else if (g_str_equal (page, TL_PAGE_SERVICES))
    append_title (self, _("Services"));
  else if (g_str_equal (page, TL_PAGE_LANDSCAPE))
    append_title (self, _("Landscape"));
  else if (g_str_equal (page, TL_PAGE_TRACEABILITY))
    append_title (self, _("Traceability"));
  else
    show_diagram (self);
}

static void
project_cb (TlBreadcrumbs *self)
{
  g_signal_group_set_target (self->project_signals, tl_session_get_project (self->session));
  refill (self);
}

/* The service has another name, is gone, or is back. */
static void
project_changed_cb (TlBreadcrumbs *self,
                    GPtrArray     *changes)
{
  if (!g_str_equal (tl_session_get_page (self->session), TL_PAGE_BLUEPRINT))
    return;
  for (guint i = 0; i < changes->len; i++)
    if (TL_IS_SERVICE (((const TlChange *) g_ptr_array_index (changes, i))->record))
      {
        refill (self);
        return;
      }
}

/* Width {{{1 */

static int
measure_note (TlBreadcrumbs *self)
{
  int width;

  if (*gtk_label_get_label (GTK_LABEL (self->note)) == '\0')
    return 0;
  gtk_widget_measure (self->note, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

/* Buttons, each with what parts it from the next, and the title. */
static GArray *
measure_parts (TlBreadcrumbs *self)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != self->note;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize part = { .data = child };
      int room = gtk_widget_get_next_sibling (child) == self->note ? TITLE_ROOM : NAME_ROOM;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &part.minimum_size, &part.natural_size, NULL, NULL);
      room = MIN ((int) (room * tl_style_get_text_scale ()), part.natural_size);
      part.minimum_size = MAX (part.minimum_size, room);
      g_array_append_val (parts, part);
    }
  return parts;
}

static int
add_up (GArray  *parts,
        guint    first,
        gboolean natural)
{
  int width = 0;

  for (guint i = first; i < parts->len; i++)
    {
      const GtkRequestedSize *part = &g_array_index (parts, GtkRequestedSize, i);

      width += natural ? part->natural_size : part->minimum_size;
    }
  return width;
}

/* Where the way begins if it is short: with what stands after a button, so that it is seen that there is more. */
static guint
find_first (GArray *parts,
            int     width)
{
  guint first = 0;

  while (first + 2 < parts->len && add_up (parts, first, FALSE) > width)
    first += first == 0 ? 1 : 2;
  return first;
}

static void
tl_breadcrumbs_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TlBreadcrumbs *self = TL_BREADCRUMBS (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autoptr (GArray) parts = measure_parts (self);

      *minimum = add_up (parts, find_first (parts, 0), FALSE);
      *natural = add_up (parts, 0, TRUE) + measure_note (self);
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      gtk_widget_measure (child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static int
place (TlBreadcrumbs *self,
       GtkWidget     *child,
       int            x,
       int            width,
       int            height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int left = mirrored ? gtk_widget_get_width (GTK_WIDGET (self)) - x - width : x;

  gtk_widget_size_allocate (child, &(GtkAllocation) { left, 0, width, height }, -1);
  return x + width;
}

static void
tl_breadcrumbs_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TlBreadcrumbs *self = TL_BREADCRUMBS (widget);
  g_autoptr (GArray) parts = measure_parts (self);
  guint first = find_first (parts, width);
  int note = measure_note (self);
  int spare = width - add_up (parts, first, FALSE);
  int x = 0;

  gtk_widget_set_child_visible (self->note, note > 0 && add_up (parts, 0, TRUE) + note <= width);
  gtk_distribute_natural_allocation (MAX (spare, 0), parts->len - first, (GtkRequestedSize *) parts->data + first);
  for (guint i = 0; i < parts->len; i++)
    {
      const GtkRequestedSize *part = &g_array_index (parts, GtkRequestedSize, i);

      gtk_widget_set_child_visible (part->data, i >= first);
      if (i >= first)
        x = place (self, part->data, x, part->minimum_size, height);
    }
  if (gtk_widget_get_child_visible (self->note))
    place (self, self->note, x, note, height);
}

/* Object {{{1 */

static void
tl_breadcrumbs_dispose (GObject *object)
{
  TlBreadcrumbs *self = TL_BREADCRUMBS (object);

  tl_breadcrumbs_set_session (self, NULL);
  g_clear_object (&self->project_signals);
  if (self->note != NULL)
    remove_children (self);
  g_clear_pointer (&self->note, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_breadcrumbs_parent_class)->dispose (object);
}

static void
tl_breadcrumbs_class_init (TlBreadcrumbsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_breadcrumbs_dispose;
  widget_class->measure = tl_breadcrumbs_measure;
  widget_class->size_allocate = tl_breadcrumbs_size_allocate;

  gtk_widget_class_set_css_name (widget_class, "breadcrumbs");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_NAVIGATION);
}

static void
tl_breadcrumbs_init (TlBreadcrumbs *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Where this is"), -1);
  self->note = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_set_margin_start (self->note, 6);
  gtk_widget_set_parent (self->note, GTK_WIDGET (self));
  self->project_signals = g_signal_group_new (TL_TYPE_PROJECT);
  g_signal_group_connect_swapped (self->project_signals, "changed", G_CALLBACK (project_changed_cb), self);
}

void
tl_breadcrumbs_set_session (TlBreadcrumbs *self,
                            TlSession     *session)
{
  static const char *const properties[] = { "notify::page", "notify::view", "notify::service" };

  g_return_if_fail (TL_IS_BREADCRUMBS (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    {
      g_signal_group_set_target (self->project_signals, NULL);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    g_signal_connect_object (session, properties[i], G_CALLBACK (refill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::project", G_CALLBACK (project_cb), self, G_CONNECT_SWAPPED);
  project_cb (self);
}

int
tl_breadcrumbs_fit (TlBreadcrumbs *self,
                    int            width)
{
  g_autoptr (GArray) parts = NULL;

  g_return_val_if_fail (TL_IS_BREADCRUMBS (self), 0);

  parts = measure_parts (self);
  return MIN (width, add_up (parts, find_first (parts, width), TRUE));
}
