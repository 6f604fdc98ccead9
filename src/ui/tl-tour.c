/* tl-tour.c: a few steps through a window, for who sees it first
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-tour.h"

#include "ui/tl-style.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

#define LARGE 160 /* logical pixels: of what is higher, only the beginning is pointed to */

typedef struct
{
  const char      *parts[3]; /* names of widgets: the first that can be seen is pointed to */
  GtkPositionType  side;     /* of it that the tour is on */
  const char      *title;
  const char      *text;
} Step;

static const Step steps[] = {
  { { "tour-diagram" }, GTK_POS_BOTTOM, N_("The Whole Value Chain"),
    N_("All that IT does, from strategy to operation. Double-click a part to go into it, scroll to zoom, drag "
       "to move.") },
  { { "tour-overlay", "tour-diagram" }, GTK_POS_BOTTOM, N_("Colours Show What You Know"),
    N_("Maturity today, the gap to the goal, tools, cost, services: choose here what the colours stand for.") },
  { { "tour-inspector", "tour-inspector-button" }, GTK_POS_LEFT, N_("The Facts of What Is Selected"),
    N_("Select something, and say here who owns it, how mature it is and which tools support it. Every change "
       "can be undone.") },
  { { "tour-services", "tour-outline-button" }, GTK_POS_RIGHT, N_("Services and Their Blueprints"),
    N_("The blueprint of a service says why there is the service, how it is designed, and what really runs.") },
  { { "tour-traceability", "tour-outline-button" }, GTK_POS_RIGHT, N_("Where Is the Line Broken?"),
    N_("Traceability follows each service from its reason to what runs, and shows what is missing on the way.") },
  { { "tour-search" }, GTK_POS_BOTTOM, N_("Find Anything"),
    N_("Ctrl+K finds whatever is in your projects, and every command by its name. The tour can be taken again "
       "from the main menu.") },
};

struct _TlTour
{
  GtkPopover  parent_instance;

  guint       step;
  GtkWidget  *part; /* that is pointed to: a weak pointer */

  GtkLabel   *title;
  GtkLabel   *text;
  GtkBox     *dots;
  GtkWidget  *skip_button;
  GtkWidget  *back_button;
  GtkButton  *next_button;
};

G_DEFINE_FINAL_TYPE (TlTour, tl_tour, GTK_TYPE_POPOVER)

enum
{
  SIGNAL_STEP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Parts of the window {{{1 */

static GtkWidget *
find_below (GtkWidget  *widget,
            const char *name)
{
  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_name (widget), name) == 0)
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_below (child, name);

      if (found != NULL)
        return found;
    }
  return NULL;
}

static void
set_part (TlTour    *self,
          GtkWidget *part)
{
  if (self->part != NULL)
    gtk_widget_remove_css_class (self->part, "tour-part");
  g_set_weak_pointer (&self->part, part);
  if (part != NULL)
    gtk_widget_add_css_class (part, "tour-part");
}

/* A panel has room beside it, a button beneath. */
static GtkPositionType
get_side (TlTour             *self,
          const Step         *step,
          const GdkRectangle *place)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (place->width < LARGE || step->side == GTK_POS_BOTTOM)
    return GTK_POS_BOTTOM;
  return (step->side == GTK_POS_LEFT) != mirrored ? GTK_POS_LEFT : GTK_POS_RIGHT;
}

static void
point (TlTour     *self,
       const Step *step)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *part = NULL;
  graphene_rect_t bounds;
  GdkRectangle place;

  for (guint i = 0; i < G_N_ELEMENTS (step->parts) && step->parts[i] != NULL && part == NULL; i++)
    part = find_below (parent, step->parts[i]);
  set_part (self, part);
  if (part == NULL || !gtk_widget_compute_bounds (part, parent, &bounds))
    return;

  place = (GdkRectangle) { (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
  if (place.height > LARGE)
    place.height = LARGE;
  gtk_popover_set_position (GTK_POPOVER (self), get_side (self, step, &place));
  gtk_popover_set_pointing_to (GTK_POPOVER (self), &place);
}

/* Steps {{{1 */

static void
update_dots (TlTour *self)
{
  /* Translators: of the tour, such as "Step 2 of 6" */
  g_autofree char *text = g_strdup_printf (_("Step %1$u of %2$u"), self->step + 1, tl_tour_get_n_steps (self));
  guint i = 0;

  for (GtkWidget *dot = gtk_widget_get_first_child (GTK_WIDGET (self->dots)); dot != NULL;
       dot = gtk_widget_get_next_sibling (dot), i++)
    if (i == self->step)
      gtk_widget_add_css_class (dot, "current");
    else
      gtk_widget_remove_css_class (dot, "current");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->dots), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
show_step (TlTour *self,
           guint   number)
{
  const Step *step = &steps[number];
  gboolean last = number + 1 == G_N_ELEMENTS (steps);
  g_autofree char *said = NULL;

  self->step = number;
  gtk_label_set_label (self->title, gettext (step->title));
  gtk_label_set_label (self->text, gettext (step->text));
  gtk_widget_set_visible (self->back_button, number > 0);
  gtk_widget_set_visible (self->skip_button, !last);
  gtk_button_set_label (self->next_button, last ? _("_Done") : _("_Next"));
  update_dots (self);
  point (self, step);
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
  said = g_strdup_printf ("%s. %s", gettext (step->title), gettext (step->text));
  g_signal_emit (self, signals[SIGNAL_STEP], 0, said);
}

static void
next_cb (TlTour *self)
{
  if (self->step + 1 < G_N_ELEMENTS (steps))
    show_step (self, self->step + 1);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
back_cb (TlTour *self)
{
  if (self->step > 0)
    show_step (self, self->step - 1);
}

/* Object {{{1 */

static void
tl_tour_closed (GtkPopover *popover)
{
  set_part (TL_TOUR (popover), NULL);
}

static void
tl_tour_dispose (GObject *object)
{
  set_part (TL_TOUR (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), TL_TYPE_TOUR);

  G_OBJECT_CLASS (tl_tour_parent_class)->dispose (object);
}

static void
tl_tour_class_init (TlTourClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_tour_dispose;
  GTK_POPOVER_CLASS (klass)->closed = tl_tour_closed;

  signals[SIGNAL_STEP] = g_signal_new ("step", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-tour.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlTour, title);
  gtk_widget_class_bind_template_child (widget_class, TlTour, text);
  gtk_widget_class_bind_template_child (widget_class, TlTour, dots);
  gtk_widget_class_bind_template_child (widget_class, TlTour, skip_button);
  gtk_widget_class_bind_template_child (widget_class, TlTour, back_button);
  gtk_widget_class_bind_template_child (widget_class, TlTour, next_button);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  tl_style_ensure ();
}

static void
tl_tour_init (TlTour *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

      gtk_widget_add_css_class (dot, "dot");
      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (self->dots, dot);
    }
}

void
tl_tour_start (TlTour *self)
{
  g_return_if_fail (TL_IS_TOUR (self));

  show_step (self, 0);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->next_button));
}

guint
tl_tour_get_step (TlTour *self)
{
  g_return_val_if_fail (TL_IS_TOUR (self), 0);

  return self->step;
}

guint
tl_tour_get_n_steps (TlTour *self)
{
  g_return_val_if_fail (TL_IS_TOUR (self), 0);

  return G_N_ELEMENTS (steps);
}
