/* tl-fold-box.c: a line in which something gives way to something smaller
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fold-box.h"

#include "ui/tl-style.h"

/* What a child that expands needs to be worth reading, in pixels. */
#define ROOM 160

static int
get_room (void)
{
  return (int) (ROOM * tl_style_get_text_scale ());
}

struct _TlFoldBox
{
  GtkWidget  parent_instance;

  GtkWidget *full;
  GtkWidget *folded;
  int        spacing;
};

G_DEFINE_FINAL_TYPE (TlFoldBox, tl_fold_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_FULL,
  PROP_FOLDED,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

/* Those that are there when it is folded, or when it is not, with their widths. */
static GArray *
list_children (TlFoldBox *self,
               gboolean   folded)
{
  GArray *sizes = g_array_new (FALSE, FALSE, sizeof (GtkRequestedSize));
  GtkWidget *absent = folded ? self->full : self->folded;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkRequestedSize size = { .data = child };

      /* One that is a surface of its own has no place here, nor has one that is hidden. */
      if (child == absent || GTK_IS_NATIVE (child) || !gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &size.minimum_size, &size.natural_size, NULL, NULL);
      g_array_append_val (sizes, size);
    }
  return sizes;
}

static int
add_up (TlFoldBox *self,
        GArray    *sizes,
        gboolean   natural)
{
  int width = self->spacing * MAX ((int) sizes->len - 1, 0);

  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *size = &g_array_index (sizes, GtkRequestedSize, i);

      width += natural ? size->natural_size : size->minimum_size;
      if (natural && expands (size->data))
        width += MAX (get_room () - size->natural_size, 0);
    }
  return width;
}

static int
give_natural (GArray *sizes,
              int     left,
              gboolean all)
{
  g_autoptr (GArray) parts = g_array_copy (sizes);

  /* One that folds as well is the first to do so. */
  for (guint i = 0; i < parts->len && !all; i++)
    {
      GtkRequestedSize *part = &g_array_index (parts, GtkRequestedSize, i);

      if (expands (part->data) || TL_IS_FOLD_BOX (part->data))
        part->natural_size = part->minimum_size;
    }
  left = gtk_distribute_natural_allocation (MAX (left, 0), parts->len, (GtkRequestedSize *) parts->data);
  for (guint i = 0; i < parts->len; i++)
    g_array_index (sizes, GtkRequestedSize, i).minimum_size = g_array_index (parts, GtkRequestedSize, i).minimum_size;
  return left;
}

static void
share_out (TlFoldBox *self,
           GArray    *sizes,
           int        width)
{
  GtkRequestedSize *parts = (GtkRequestedSize *) sizes->data;
  int left = width - self->spacing * MAX ((int) sizes->len - 1, 0);
  int n_expand = 0;

  for (guint i = 0; i < sizes->len; i++)
    {
      left -= parts[i].minimum_size;
      n_expand += expands (parts[i].data);
    }
  left = give_natural (sizes, left, FALSE);
  for (guint i = 0; i < sizes->len; i++)
    if (expands (parts[i].data))
      {
        int more = CLAMP (get_room () - parts[i].minimum_size, 0, left);

        parts[i].minimum_size += more;
        parts[i].natural_size = MAX (parts[i].natural_size, parts[i].minimum_size);
        left -= more;
      }
  left = give_natural (sizes, left, TRUE);
  for (guint i = 0; i < sizes->len; i++)
    if (expands (parts[i].data))
      {
        parts[i].minimum_size += left / n_expand;
        left -= left / n_expand--;
      }
}

/* Widget {{{1 */

static void
tl_fold_box_measure (GtkWidget      *widget,
                     GtkOrientation  orientation,
                     int             for_size,
                     int            *minimum,
                     int            *natural,
                     int            *minimum_baseline,
                     int            *natural_baseline)
{
  TlFoldBox *self = TL_FOLD_BOX (widget);

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      g_autoptr (GArray) folded = list_children (self, TRUE);
      g_autoptr (GArray) full = list_children (self, FALSE);

      *minimum = MIN (add_up (self, folded, FALSE), add_up (self, full, FALSE));
      *natural = MAX (*minimum, add_up (self, full, TRUE));
      return;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_get_visible (child))
        continue;
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

static void
tl_fold_box_size_allocate (GtkWidget *widget,
                           int        width,
                           int        height,
                           int        baseline)
{
  TlFoldBox *self = TL_FOLD_BOX (widget);
  g_autoptr (GArray) sizes = list_children (self, FALSE);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean is_folded = add_up (self, sizes, TRUE) > width && self->full != NULL && self->folded != NULL;
  int x = 0;

  if (is_folded)
    {
      g_array_unref (sizes);
      sizes = list_children (self, TRUE);
    }
  if (self->full != NULL)
    gtk_widget_set_child_visible (self->full, !is_folded);
  if (self->folded != NULL)
    gtk_widget_set_child_visible (self->folded, is_folded);
  share_out (self, sizes, width);
  for (guint i = 0; i < sizes->len; i++)
    {
      const GtkRequestedSize *part = &g_array_index (sizes, GtkRequestedSize, i);
      int place = mirrored ? width - x - part->minimum_size : x;

      gtk_widget_size_allocate (part->data, &(GtkAllocation) { place, 0, part->minimum_size, height }, -1);
      x += part->minimum_size + self->spacing;
    }
}

/* Object {{{1 */

static void
tl_fold_box_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  TlFoldBox *self = TL_FOLD_BOX (object);

  switch (id)
    {
    case PROP_FULL:
      g_value_set_object (value, self->full);
      break;
    case PROP_FOLDED:
      g_value_set_object (value, self->folded);
      break;
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
tl_fold_box_set_property (GObject      *object,
                          guint         id,
                          const GValue *value,
                          GParamSpec   *pspec)
{
  TlFoldBox *self = TL_FOLD_BOX (object);

  switch (id)
    {
    case PROP_FULL:
      self->full = g_value_get_object (value);
      break;
    case PROP_FOLDED:
      self->folded = g_value_get_object (value);
      break;
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
tl_fold_box_dispose (GObject *object)
{
  TlFoldBox *self = TL_FOLD_BOX (object);
  GtkWidget *child;

  self->full = self->folded = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (tl_fold_box_parent_class)->dispose (object);
}

static void
tl_fold_box_class_init (TlFoldBoxClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_fold_box_dispose;
  object_class->get_property = tl_fold_box_get_property;
  object_class->set_property = tl_fold_box_set_property;
  widget_class->measure = tl_fold_box_measure;
  widget_class->size_allocate = tl_fold_box_size_allocate;

  properties[PROP_FULL] = g_param_spec_object ("full", NULL, NULL, GTK_TYPE_WIDGET,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FOLDED] = g_param_spec_object ("folded", NULL, NULL, GTK_TYPE_WIDGET,
                                                 G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT16, 0,
                                               G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (widget_class, "foldbox");
}

static void
tl_fold_box_init (TlFoldBox *self)
{
}

gboolean
tl_fold_box_get_is_folded (TlFoldBox *self)
{
  g_return_val_if_fail (TL_IS_FOLD_BOX (self), FALSE);

  return self->folded != NULL && gtk_widget_get_child_visible (self->folded);
}
