/* tl-head-box.c: what stands between the buttons of a header bar
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-head-box.h"

#include "ui/tl-breadcrumbs.h"
#include "ui/tl-style.h"

#include <adwaita.h>

#define SPACING 12

/* What a title keeps beside a way, in pixels. */
#define TITLE_ROOM 120

/* A header bar gives its title what that asks for, as far as there is room. */
#define ALL_THE_ROOM 8192

struct _TlHeadBox
{
  GtkWidget  parent_instance;

  GtkWidget *way;
  GtkWidget *title;
  GtkWidget *steps;
};

G_DEFINE_FINAL_TYPE (TlHeadBox, tl_head_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_WAY,
  PROP_TITLE,
  PROP_STEPS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

typedef struct
{
  int way;   /* widths; 0: not there */
  int title;
  int steps;
} Parts;

static gboolean
is_there (GtkWidget *child)
{
  return child != NULL && gtk_widget_get_visible (child);
}

static void
measure (GtkWidget *child,
         int       *minimum,
         int       *natural)
{
  *minimum = *natural = 0;
  if (is_there (child))
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, natural, NULL, NULL);
}

/* With the room before it. */
static int
add_space (int width)
{
  return width > 0 ? width + SPACING : 0;
}

/* What the title has at least, if there is something beside it. */
static int
get_title_room (int width,
                int minimum,
                int natural)
{
  return CLAMP (MAX (width * 2 / 5, (int) (TITLE_ROOM * tl_style_get_text_scale ())), minimum, natural);
}

static void
share_out (TlHeadBox *self,
           int        width,
           Parts     *parts)
{
  int way, whole_way, title, whole_title, steps, kept, unused;

  measure (self->way, &way, &whole_way);
  measure (self->title, &title, &whole_title);
  measure (self->steps, &unused, &steps);

  kept = get_title_room (width - add_space (steps), title, whole_title);
  parts->steps = kept + add_space (way) + add_space (steps) <= width ? steps : 0;
  width -= add_space (parts->steps);

  kept = get_title_room (width, title, whole_title);
  parts->way = kept + add_space (way) <= width ? way : 0;
  if (parts->way > 0)
    {
      way = tl_breadcrumbs_fit (TL_BREADCRUMBS (self->way), width - add_space (kept));
      parts->title = CLAMP (width - add_space (way), kept, whole_title);
      parts->way = MIN (width - add_space (parts->title), whole_way);
    }
  else
    parts->title = MIN (width, whole_title);
}

/* Where the title begins if it is in the middle of the bar, and the bar is not mirrored. */
static int
find_middle (TlHeadBox *self,
             int        width,
             int        title)
{
  GtkWidget *bar = gtk_widget_get_ancestor (GTK_WIDGET (self), ADW_TYPE_HEADER_BAR);
  graphene_point_t start = { 0, 0 };
  int middle = width / 2;

  if (bar != NULL && gtk_widget_compute_point (GTK_WIDGET (self), bar, &start, &start))
    middle = gtk_widget_get_width (bar) / 2 - (int) start.x;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    middle = width - middle;
  return middle - title / 2;
}

static void
place (TlHeadBox *self,
       GtkWidget *child,
       int        x,
       int        width,
       int        height)
{
  if (!is_there (child))
    return;
  gtk_widget_set_child_visible (child, width > 0);
  if (width == 0)
    return;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, 0, width, height }, -1);
}

/* Widget {{{1 */

static void
tl_head_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TlHeadBox *self = TL_HEAD_BOX (widget);
  GtkWidget *children[] = { self->way, self->title, self->steps };

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure (self->title, minimum, natural);
      *natural = MAX (*minimum, ALL_THE_ROOM);
      return;
    }
  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    {
      int child_minimum, child_natural;

      if (!is_there (children[i]))
        continue;
      gtk_widget_measure (children[i], orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
tl_head_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlHeadBox *self = TL_HEAD_BOX (widget);
  Parts parts;
  int first, last;

  share_out (self, width, &parts);
  first = add_space (parts.way);
  last = width - add_space (parts.steps) - parts.title;
  place (self, self->way, 0, parts.way, height);
  place (self, self->title, CLAMP (find_middle (self, width, parts.title), first, MAX (first, last)), parts.title, height);
  place (self, self->steps, width - parts.steps, parts.steps, height);
}

/* Object {{{1 */

static GtkWidget **
get_place (TlHeadBox *self,
           guint      id)
{
  return id == PROP_WAY ? &self->way : id == PROP_TITLE ? &self->title : &self->steps;
}

static void
tl_head_box_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  if (id == PROP_0 || id >= N_PROPS)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  else
    g_value_set_object (value, *get_place (TL_HEAD_BOX (object), id));
}

/* In the order of the properties in a template, which is that of the keyboard. */
static void
tl_head_box_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  GtkWidget **place;

  if (id == PROP_0 || id >= N_PROPS)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  place = get_place (TL_HEAD_BOX (object), id);
  g_clear_pointer (place, gtk_widget_unparent);
  *place = g_value_get_object (value);
  if (*place != NULL)
    gtk_widget_set_parent (*place, GTK_WIDGET (object));
}

static void
tl_head_box_dispose (GObject *object)
{
  TlHeadBox *self = TL_HEAD_BOX (object);

  g_clear_pointer (&self->way, gtk_widget_unparent);
  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->steps, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_head_box_parent_class)->dispose (object);
}

static void
tl_head_box_class_init (TlHeadBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_head_box_dispose;
  object_class->get_property = tl_head_box_get_property;
  object_class->set_property = tl_head_box_set_property;
  widget_class->measure = tl_head_box_measure;
  widget_class->size_allocate = tl_head_box_size_allocate;

  properties[PROP_WAY] = g_param_spec_object ("way", NULL, NULL, TL_TYPE_BREADCRUMBS,
                                              G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TITLE] = g_param_spec_object ("title", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_STEPS] = g_param_spec_object ("steps", NULL, NULL, GTK_TYPE_WIDGET,
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "headbox");
}

static void
tl_head_box_init (TlHeadBox *self)
{
}
