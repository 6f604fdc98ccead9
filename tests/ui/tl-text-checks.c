/* tl-text-checks.c: whether what a window says can be read
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-text-checks.h"

#include "tl-test-support.h"

/* What is cut with dots says all of it in a tooltip: its own, or of the button or row it is in. */
#define MAX_AROUND 6

/* That of a small screen, without the bar on its top. */
#define HIGH 700

typedef struct
{
  GtkLabel        *label;
  graphene_rect_t  bounds;
} Place;

typedef struct
{
  GtkWidget  *root;
  const char *where;
  GArray     *places; /* of Place */
  guint       n_labels;
  guint       n_cut;
} Check;

static gboolean
has_tooltip (GtkWidget *widget)
{
  for (guint i = 0; widget != NULL && i < MAX_AROUND; i++, widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget))
      return TRUE;
  return FALSE;
}

/* What is beyond a border can be brought into view. */
static gboolean
is_scrolled (GtkWidget *widget,
             GtkWidget *root)
{
  for (; widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_SCROLLED_WINDOW (widget))
      {
        GtkPolicyType across;

        gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (widget), &across, NULL);
        if (across != GTK_POLICY_NEVER)
          return TRUE;
      }
  return FALSE;
}

static const char *
find_fault (Check    *check,
            GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  PangoLayout *layout = gtk_label_get_layout (label);
  graphene_rect_t bounds;
  int width, height;

  if (pango_layout_is_ellipsized (layout))
    return has_tooltip (widget) ? NULL : "is cut, and has no tooltip";
  pango_layout_get_pixel_size (layout, &width, &height);
  if (width > gtk_widget_get_width (widget) + 1 || height > gtk_widget_get_height (widget) + 1)
    return "runs out of its place";
  if (!gtk_widget_compute_bounds (widget, check->root, &bounds) || is_scrolled (widget, check->root))
    return NULL;
  /* What waits at the side until it is wanted. */
  if (bounds.origin.x + bounds.size.width <= 0 || bounds.origin.x >= gtk_widget_get_width (check->root))
    return NULL;
  if (bounds.origin.x < -1 || bounds.origin.x + bounds.size.width > gtk_widget_get_width (check->root) + 1)
    return "runs out of the window";
  return NULL;
}

/* What lies over something else on purpose: it is there for a moment, or hides what is below. */
static gboolean
is_over (GtkWidget *widget,
         GtkWidget *root)
{
  for (GtkWidget *parent; widget != root && (parent = gtk_widget_get_parent (widget)) != NULL; widget = parent)
    if (GTK_IS_OVERLAY (parent) && gtk_overlay_get_child (GTK_OVERLAY (parent)) != widget)
      return TRUE;
  return FALSE;
}

/* What of it is not scrolled out of sight; FALSE if nothing is. */
static gboolean
get_seen (GtkWidget       *widget,
          GtkWidget       *root,
          graphene_rect_t *seen)
{
  if (!gtk_widget_compute_bounds (widget, root, seen))
    return FALSE;
  for (widget = gtk_widget_get_parent (widget); widget != NULL && widget != root; widget = gtk_widget_get_parent (widget))
    {
      graphene_rect_t around;

      if (GTK_IS_SCROLLED_WINDOW (widget)
          && (!gtk_widget_compute_bounds (widget, root, &around) || !graphene_rect_intersection (seen, &around, seen)))
        return FALSE;
    }
  return TRUE;
}

static void
check_overlap (Check    *check,
               GtkLabel *label)
{
  GtkWidget *widget = GTK_WIDGET (label);
  Place place = { .label = label };

  /* An entry that is empty has its title in the place of the text, too; and one of two titles is seen at a time. */
  if (is_over (widget, check->root) || gtk_widget_get_ancestor (widget, ADW_TYPE_ENTRY_ROW) != NULL
      || gtk_widget_get_ancestor (widget, ADW_TYPE_VIEW_SWITCHER_TITLE) != NULL
      || !get_seen (widget, check->root, &place.bounds))
    return;
  /* Room around the letters may be shared. */
  graphene_rect_inset (&place.bounds, 2, 2);
  for (guint i = 0; i < check->places->len; i++)
    {
      const Place *other = &g_array_index (check->places, Place, i);

      if (!graphene_rect_intersection (&place.bounds, &other->bounds, NULL))
        continue;
      check->n_cut++;
      g_test_message ("%s, %d wide: “%s” lies over “%s”", check->where, gtk_widget_get_width (check->root),
                      gtk_label_get_text (label), gtk_label_get_text (other->label));
    }
  g_array_append_val (check->places, place);
}

static void
check_label (Check    *check,
             GtkLabel *label)
{
  const char *fault = find_fault (check, label);

  check->n_labels++;
  check_overlap (check, label);
  if (fault == NULL)
    return;
  check->n_cut++;
  g_test_message ("%s, %d wide: “%s” in %s %s", check->where, gtk_widget_get_width (check->root),
                  gtk_label_get_text (label), G_OBJECT_TYPE_NAME (gtk_widget_get_parent (GTK_WIDGET (label))), fault);
}

/* What is over the window is looked at by itself. */
static void
check_below (Check     *check,
             GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget) || !gtk_widget_get_child_visible (widget)
      || (GTK_IS_POPOVER (widget) && widget != check->root))
    return;
  if (GTK_IS_LABEL (widget) && gtk_widget_get_width (widget) > 0 && *gtk_label_get_text (GTK_LABEL (widget)) != '\0')
    check_label (check, GTK_LABEL (widget));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    check_below (check, child);
}

static int
measure (GtkWidget *widget)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  return minimum;
}

/* Where there is no more width. */
static int
measure_height (GtkWidget *widget,
                int        width)
{
  int minimum;

  gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, MAX (width, measure (widget)), &minimum, NULL, NULL, NULL);
  return minimum;
}

/* What it is in a page that needs so much room. */
static void
tell_wide (GtkWidget  *widget,
           int         width,
           const char *where)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);

  while (child != NULL && (!gtk_widget_get_mapped (child) || measure (child) <= width))
    child = gtk_widget_get_next_sibling (child);
  if (child != NULL)
    {
      tell_wide (child, width, where);
      return;
    }
  g_test_message ("%s needs %d pixels for a %s", where, measure (widget), G_OBJECT_TYPE_NAME (widget));
  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    g_test_message ("  %d %s %s", measure (child), G_OBJECT_TYPE_NAME (child), gtk_widget_get_css_name (child));
}

static gboolean
has_allocated (GtkWidget *widget)
{
  return gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 1;
}

/* What was asked for is laid out a frame or two later. */
static gboolean
count_frame (GtkWidget     *widget,
             GdkFrameClock *clock,
             gpointer       user_data)
{
  (*(guint *) user_data)++;
  return G_SOURCE_CONTINUE;
}

void
text_checks_wait (GtkWidget *window)
{
  guint n_frames = 0;
  guint id = gtk_widget_add_tick_callback (window, count_frame, &n_frames, NULL);

  tl_test_wait_for (has_allocated (window) && n_frames > 3);
  gtk_widget_remove_tick_callback (window, id);
}

guint
text_checks_run (GtkWidget  *root,
                 const char *where,
                 int         width)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  Check check = { root, where, places, 0, 0 };
  GtkWidget *content = GTK_IS_WINDOW (root) ? gtk_window_get_child (GTK_WINDOW (root)) : root;

  text_checks_wait (root);
  check_below (&check, root);
  if (width > 0 && measure (content) > width)
    {
      tell_wide (content, width, where);
      check.n_cut++;
    }
  if (width > 0 && measure_height (content, width) > HIGH)
    {
      g_test_message ("%s, %d wide, needs a height of %d", where, width, measure_height (content, width));
      check.n_cut++;
    }
  g_assert_cmpuint (check.n_labels, >, 0);
  return check.n_cut;
}

void
text_checks_set_width (GtkWidget *window,
                       int        width)
{
  /* As GNOME has it; without a desktop there are buttons for three things. */
  g_object_set (gtk_settings_get_default (), "gtk-decoration-layout", ":close", "gtk-enable-animations", FALSE, NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), width, 700);
  text_checks_wait (window);
}

void
text_checks_set_scale (double scale)
{
  g_object_set (gtk_settings_get_default (), "gtk-xft-dpi", (int) (scale * 96 * PANGO_SCALE), NULL);
}
