/* tl-project-cell.c: a project in the grid or list of the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-cell.h"

#include "base/tl-language.h"
#include "ui/tl-label.h"
#include "ui/tl-project-picture.h"
#include "ui/tl-project-words.h"
#include "ui/tl-style.h"

#include <glib/gi18n.h>

#define CARD_WIDTH  256
#define CARD_HEIGHT 172
#define ROW_WIDTH   88
#define ROW_HEIGHT  58

struct _TlProjectCell
{
  GtkWidget         parent_instance;

  gboolean          is_card;
  TlLibraryProject *project;
  gboolean          is_filled;

  /* Made when they are needed. */
  GtkWidget        *content;
  TlProjectPicture *picture;
  GtkWidget        *text;   /* name, summary and folder: as few widgets as can be */
  GtkWidget        *badge;  /* what is the matter with it */
  GtkWidget        *pin;
};

G_DEFINE_FINAL_TYPE (TlProjectCell, tl_project_cell, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_MENU,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Widgets {{{1 */

static GtkWidget *
create_badge (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "project-badge");
  gtk_widget_set_halign (label, GTK_ALIGN_START);
  gtk_widget_set_valign (label, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (label, FALSE);
  return label;
}

static void
menu_cb (TlProjectCell *self,
         GtkWidget     *button)
{
  g_signal_emit (self, signals[SIGNAL_MENU], 0, button);
}

static GtkWidget *
create_menu_button (TlProjectCell *self)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("view-more-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  /* The menu is a key away on the row itself. */
  gtk_widget_set_focusable (button, FALSE);
  gtk_widget_set_tooltip_text (button, _("More"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("More"), -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (menu_cb), self, G_CONNECT_SWAPPED);
  return button;
}

static int
get_picture_width (TlProjectCell *self)
{
  return tl_style_scale (self->is_card ? CARD_WIDTH : ROW_WIDTH);
}

static int
get_picture_height (TlProjectCell *self)
{
  return tl_style_scale (self->is_card ? CARD_HEIGHT : ROW_HEIGHT);
}

static void
make_parts (TlProjectCell *self)
{
  self->picture = TL_PROJECT_PICTURE (tl_project_picture_new (get_picture_width (self), get_picture_height (self)));
  self->text = tl_label_new_narrow (NULL);
  gtk_widget_set_hexpand (self->text, TRUE);
  self->badge = create_badge ();
  self->pin = gtk_image_new_from_icon_name ("view-pin-symbolic");
  gtk_widget_set_tooltip_text (self->pin, _("Pinned"));
  gtk_widget_set_visible (self->pin, FALSE);
}

static GtkWidget *
create_box (GtkOrientation orientation,
            int            spacing,
            GtkWidget     *first,
            ...) G_GNUC_NULL_TERMINATED;

static GtkWidget *
create_box (GtkOrientation orientation,
            int            spacing,
            GtkWidget     *first,
            ...)
{
  GtkWidget *box = gtk_box_new (orientation, spacing);
  va_list children;

  va_start (children, first);
  for (GtkWidget *child = first; child != NULL; child = va_arg (children, GtkWidget *))
    gtk_box_append (GTK_BOX (box), child);
  va_end (children);
  return box;
}

static GtkWidget *
create_card (TlProjectCell *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *button = create_menu_button (self);
  GtkWidget *foot = create_box (GTK_ORIENTATION_HORIZONTAL, 6, self->text, self->pin, button, NULL);

  gtk_widget_set_valign (self->pin, GTK_ALIGN_START);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->badge, "on-picture");
  gtk_widget_set_valign (self->badge, GTK_ALIGN_END);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->picture));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->badge);
  return create_box (GTK_ORIENTATION_VERTICAL, 4, overlay, foot, NULL);
}

static GtkWidget *
create_row (TlProjectCell *self)
{
  gtk_widget_set_valign (self->text, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (GTK_WIDGET (self->picture), GTK_ALIGN_CENTER);
  return create_box (GTK_ORIENTATION_HORIZONTAL, 12, GTK_WIDGET (self->picture), self->text, self->badge, self->pin,
                     create_menu_button (self), NULL);
}

static void
ensure_content (TlProjectCell *self)
{
  if (self->content != NULL)
    return;
  make_parts (self);
  self->content = self->is_card ? create_card (self) : create_row (self);
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
}

/* What they say {{{1 */

/* Three lines, each with dots at its end where it is too long. */
static void
set_text (TlProjectCell        *self,
          const TlLibraryFacts *facts)
{
  const char *mark = tl_language_get_mark ();
  g_autofree char *path = tl_project_words_dup_folder (facts);
  g_autofree char *folder = tl_language_lead_path (path);
  g_autofree char *summary = tl_project_words_dup_summary (facts);
  g_autofree char *markup = g_markup_printf_escaped ("%s<b>%s</b>\n<small>%s%s\n<span alpha='65%%'>%s</span></small>",
                                                     mark, facts->name, mark, summary, folder);

  gtk_label_set_markup (GTK_LABEL (self->text), markup);
}

static void
set_badge (TlProjectCell        *self,
           const TlLibraryFacts *facts)
{
  g_autofree char *findings = tl_project_words_dup_findings (facts);
  const char *text = facts->state != TL_LIBRARY_PRESENT ? tl_library_state_get_label (facts->state) : findings;

  gtk_label_set_label (GTK_LABEL (self->badge), text);
  gtk_widget_set_visible (self->badge, text != NULL);
}

void
tl_project_cell_fill (TlProjectCell *self)
{
  const TlLibraryFacts *facts;
  g_autofree char *spoken = NULL;

  g_return_if_fail (TL_IS_PROJECT_CELL (self));

  if (self->project == NULL)
    return;
  ensure_content (self);
  facts = tl_library_project_get_facts (self->project);
  spoken = tl_project_words_dup_spoken (facts);

  set_text (self, facts);
  set_badge (self, facts);
  gtk_widget_set_visible (self->pin, facts->pinned);
  gtk_widget_set_opacity (GTK_WIDGET (self->picture), facts->state == TL_LIBRARY_PRESENT ? 1 : 0.5);
  tl_project_picture_set_entry (self->picture, tl_library_project_get_entry (self->project));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_child_visible (self->content, TRUE);
  /* GTK draws it from then on, but not at once. */
  gtk_widget_queue_draw (GTK_WIDGET (self));
  self->is_filled = TRUE;
}

gboolean
tl_project_cell_is_filled (TlProjectCell *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_CELL (self), FALSE);

  return self->is_filled;
}

static void
entry_cb (TlProjectCell *self)
{
  if (self->is_filled)
    tl_project_cell_fill (self);
}

void
tl_project_cell_set_project (TlProjectCell    *self,
                             TlLibraryProject *project)
{
  g_return_if_fail (TL_IS_PROJECT_CELL (self));
  g_return_if_fail (project == NULL || TL_IS_LIBRARY_PROJECT (project));

  if (self->project == project)
    return;
  if (self->project != NULL)
    g_signal_handlers_disconnect_by_func (self->project, entry_cb, self);
  g_set_object (&self->project, project);
  if (project != NULL)
    g_signal_connect_object (project, "notify::entry", G_CALLBACK (entry_cb), self, G_CONNECT_SWAPPED);
  self->is_filled = FALSE;
  /* What it has shown before is not about this one. */
  if (self->content == NULL)
    return;
  gtk_widget_set_child_visible (self->content, FALSE);
  tl_project_picture_set_entry (self->picture, NULL);
}

TlLibraryProject *
tl_project_cell_get_project (TlProjectCell *self)
{
  g_return_val_if_fail (TL_IS_PROJECT_CELL (self), NULL);

  return self->project;
}

/* Widget {{{1 */

/* The same, filled or not: what is around it stays where it is. */
static int
get_text_height (TlProjectCell *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int height = PANGO_PIXELS_CEIL (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  return height;
}

static void
tl_project_cell_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  TlProjectCell *self = TL_PROJECT_CELL (widget);
  int line = get_text_height (self), fixed;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    fixed = get_picture_width (self) + (self->is_card ? 0 : 120);
  else
    fixed = self->is_card ? get_picture_height (self) + 3 * line + 10 : MAX (get_picture_height (self), 3 * line + 8);
  *minimum = *natural = fixed;
}

static void
tl_project_cell_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  TlProjectCell *self = TL_PROJECT_CELL (widget);

  if (self->content != NULL)
    gtk_widget_size_allocate (self->content, &(GtkAllocation){ 0, 0, width, height }, baseline);
}

static void
tl_project_cell_dispose (GObject *object)
{
  TlProjectCell *self = TL_PROJECT_CELL (object);

  g_clear_object (&self->project);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (tl_project_cell_parent_class)->dispose (object);
}

static void
tl_project_cell_class_init (TlProjectCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_project_cell_dispose;
  widget_class->measure = tl_project_cell_measure;
  widget_class->size_allocate = tl_project_cell_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "projectcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);

  signals[SIGNAL_MENU] =
    g_signal_new ("menu", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                  GTK_TYPE_WIDGET);
}

static void
tl_project_cell_init (TlProjectCell *self)
{
}

GtkWidget *
tl_project_cell_new (gboolean is_card)
{
  TlProjectCell *self = g_object_new (TL_TYPE_PROJECT_CELL, NULL);

  self->is_card = is_card;
  return GTK_WIDGET (self);
}
