/* tl-wrap-box.c: one beside the other, and below it where there is no room
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-wrap-box.h"

struct _TlWrapBox
{
  GtkWidget parent_instance;

  int       spacing;
  int       line_spacing;
  gboolean  spread;
};

G_DEFINE_FINAL_TYPE (TlWrapBox, tl_wrap_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  PROP_SPREAD,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* Lines {{{1 */

static GtkWidget *
skip_hidden (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

/* The children of a line, from @first, with their widths. Returns the first of the
 * line below, or NULL. */
static GtkWidget *
take_line (TlWrapBox *self,
           GtkWidget *first,
           int        width,
           GArray    *sizes)
{
  GtkWidget *child;
  int used = 0;

  g_array_set_size (sizes, 0);
  for (child = first; child != NULL; child = skip_hidden (gtk_widget_get_next_sibling (child)))
    {
      GtkRequestedSize size = { .data = child };
      int needed;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      needed = (expands (child) ? size.minimum_size : size.natural_size) + (sizes->len > 0 ? self->spacing : 0);
      if (sizes->len > 0 && width >= 0 && used + needed > width)
        break;
      used += needed;
      g_array_append_val (sizes, size);
    }
  return child;
}

/* Shares the width of a line out among those on it: minimum_size becomes what each
 * gets. Returns what goes between two of them. */
static int
share_out (TlWrapBox *self,
           GArray    *sizes,
           int        width)
{
  GtkRequestedSize *parts = (GtkRequestedSize *) sizes->data;
  int n = (int) sizes->len;
  int left = width - self->spacing * (n - 1);
  int n_expand = 0;

  for (int i = 0; i < n; i++)
    {
      /* It is on this line because there is room for that. */
      if (n > 1 && !expands (parts[i].data))
        parts[i].minimum_size = parts[i].natural_size;
      left -= parts[i].minimum_size;
      n_expand += expands (parts[i].data);
    }
  left = gtk_distribute_natural_allocation (MAX (left, 0), (guint) n, parts);
  if (n_expand == 0)
    return self->spacing + (n > 1 && self->spread ? left / (n - 1) : 0);
  for (int i = 0; i < n; i++)
    if (expands (parts[i].data))
      {
        parts[i].minimum_size += left / n_expand;
        left -= left / n_expand;
        n_expand--;
      }
  return self->spacing;
}

static void
measure_line (GArray *sizes,
              int    *minimum,
              int    *natural)
{
  *minimum = *natural = 0;
  for (guint i = 0; i < sizes->len; i++)
    {
      GtkRequestedSize *part = &g_array_index (sizes, GtkRequestedSize, i);
      int child_minimum, child_natural;

      gtk_widget_measure (part->data, GTK_ORIENTATION_VERTICAL, part->minimum_size, &child_minimum, &child_natural,
                          NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* Widget {{{1 */

static GtkSizeRequestMode
tl_wrap_box_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_width (TlWrapBox *self,
               int       *minimum,
               int       *natural)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));

  take_line (self, skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self))), -1, sizes);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *part = &g_array_index (sizes, GtkRequestedSize, i);

      *minimum = MAX (*minimum, part->minimum_size);
      *natural += part->natural_size + (i > 0 ? self->spacing : 0);
    }
}

static void
measure_height (TlWrapBox *self,
                int        width,
                int       *minimum,
                int       *natural)
{
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (GTK_WIDGET (self)));
  gboolean first = TRUE;
  int own_minimum = 0, own_natural = 0;

  if (width < 0)
    measure_width (self, &own_minimum, &own_natural);
  while (child != NULL)
    {
      int line_minimum, line_natural;

      child = take_line (self, child, width, sizes);
      share_out (self, sizes, width >= 0 ? width : own_natural);
      measure_line (sizes, &line_minimum, &line_natural);
      *minimum += line_minimum + (first ? 0 : self->line_spacing);
      *natural += line_natural + (first ? 0 : self->line_spacing);
      first = FALSE;
    }
}

static void
tl_wrap_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_width (TL_WRAP_BOX (widget), minimum, natural);
  else
    measure_height (TL_WRAP_BOX (widget), for_size, minimum, natural);
}

static void
allocate_line (TlWrapBox *self,
               GArray    *sizes,
               int        width,
               int        spacing,
               int        y,
               int        height)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int x = 0;

  if (sizes->len == 1)
    {
      const GtkRequestedSize *lone = &g_array_index (sizes, GtkRequestedSize, 0);

      if (gtk_widget_get_halign (lone->data) == GTK_ALIGN_END)
        x = MAX (width - lone->minimum_size, 0);
    }
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *part = &g_array_index (sizes, GtkRequestedSize, i);
      int place = mirrored ? width - x - part->minimum_size : x;

      gtk_widget_size_allocate (part->data, &(GtkAllocation) { place, y, part->minimum_size, height }, -1);
      x += part->minimum_size + spacing;
    }
}

/* What there is of height beyond the lines is left below them. */
static void
tl_wrap_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlWrapBox *self = TL_WRAP_BOX (widget);
  g_autoptr (GArray) sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  GtkWidget *child = skip_hidden (gtk_widget_get_first_child (widget));
  int y = 0;

  while (child != NULL)
    {
      int line_minimum, line_natural, spacing;

      child = take_line (self, child, width, sizes);
      spacing = share_out (self, sizes, width);
      measure_line (sizes, &line_minimum, &line_natural);
      /* A single line has all the height, so that its children can be aligned in it. */
      if (y == 0 && child == NULL)
        line_natural = MAX (line_minimum, height);
      else
        line_natural = CLAMP (line_natural, line_minimum, MAX (line_minimum, height - y));
      allocate_line (self, sizes, width, spacing, y, line_natural);
      y += line_natural + self->line_spacing;
    }
}

/* Object {{{1 */

static void
tl_wrap_box_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlWrapBox *self = TL_WRAP_BOX (object);

  switch (id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_LINE_SPACING:
      g_value_set_int (value, self->line_spacing);
      break;
    case PROP_SPREAD:
      g_value_set_boolean (value, self->spread);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
set_spread (TlWrapBox *self,
            gboolean   spread)
{
  if (self->spread == spread)
    return;
  self->spread = spread;
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SPREAD]);
}

static void
tl_wrap_box_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlWrapBox *self = TL_WRAP_BOX (object);
  int *spacing;

  switch (id)
    {
    case PROP_SPACING:
      spacing = &self->spacing;
      break;
    case PROP_LINE_SPACING:
      spacing = &self->line_spacing;
      break;
    case PROP_SPREAD:
      set_spread (self, g_value_get_boolean (value));
      return;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*spacing == g_value_get_int (value))
    return;
  *spacing = g_value_get_int (value);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (object, pspec);
}

static void
tl_wrap_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_wrap_box_parent_class)->dispose (object);
}

static void
tl_wrap_box_class_init (TlWrapBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_wrap_box_dispose;
  object_class->get_property = tl_wrap_box_get_property;
  object_class->set_property = tl_wrap_box_set_property;
  widget_class->get_request_mode = tl_wrap_box_get_request_mode;
  widget_class->measure = tl_wrap_box_measure;
  widget_class->size_allocate = tl_wrap_box_size_allocate;

  properties[PROP_SPACING] =
    g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_LINE_SPACING] =
    g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT16, 0,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_SPREAD] =
    g_param_spec_boolean ("spread", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "wrapbox");
}

static void
tl_wrap_box_init (TlWrapBox *self)
{
  self->spread = TRUE;
}

GtkWidget *
tl_wrap_box_new (int spacing,
                 int line_spacing)
{
  return g_object_new (TL_TYPE_WRAP_BOX, "spacing", spacing, "line-spacing", line_spacing, NULL);
}

void
tl_wrap_box_append (TlWrapBox *self,
                    GtkWidget *child)
{
  g_return_if_fail (TL_IS_WRAP_BOX (self));

  gtk_widget_set_parent (child, GTK_WIDGET (self));
}
