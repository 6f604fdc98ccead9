/* tl-project-filter-popover.c: chooses which projects are shown
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-project-filter-popover.h"

#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

/* A path is longer than the popover should be wide. */
#define MAX_WIDTH_CHARS 32

struct _TlProjectFilterPopover
{
  GtkPopover       parent_instance;

  TlProjectFilter *filter;
  GListModel      *projects;
  gboolean         is_filling;

  GtkDropDown     *choices[TL_N_PROJECT_FILTER_KINDS];
  char           **values[TL_N_PROJECT_FILTER_KINDS]; /* of the choices but the first, which is all */
};

G_DEFINE_FINAL_TYPE (TlProjectFilterPopover, tl_project_filter_popover, GTK_TYPE_POPOVER)

/* Values {{{1 */

static const char *
get_state_label (const char *token)
{
  for (TlLibraryState state = TL_LIBRARY_PRESENT; state <= TL_LIBRARY_DAMAGED; state++)
    if (g_str_equal (token, tl_library_state_get_token (state)))
      return tl_library_state_get_label (state);
  return _("With findings");
}

static char *
dup_label (TlProjectFilterKind  kind,
           const char          *value)
{
  if (kind == TL_PROJECT_FILTER_STATE)
    return g_strdup (get_state_label (value));
  /* Translators: %s is a version of the reference architecture */
  return kind == TL_PROJECT_FILTER_EDITION ? g_strdup_printf (_("IT4IT %s"), value) : g_strdup (value);
}

static char **
list_values (TlProjectFilterPopover *self,
             TlProjectFilterKind     kind)
{
  g_autoptr (GStrvBuilder) builder = NULL;
  g_auto (GStrv) found = tl_project_filter_list_values (self->projects, kind);

  if (kind != TL_PROJECT_FILTER_STATE)
    return g_steal_pointer (&found);
  builder = g_strv_builder_new ();
  g_strv_builder_add (builder, "findings");
  g_strv_builder_addv (builder, (const char **) found);
  return g_strv_builder_end (builder);
}

static void
fill_choice (TlProjectFilterPopover *self,
             TlProjectFilterKind     kind)
{
  const char *chosen = tl_project_filter_get_value (self->filter, kind);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  g_strfreev (self->values[kind]);
  self->values[kind] = list_values (self, kind);
  gtk_string_list_append (labels, C_("filter", "All"));
  for (guint i = 0; self->values[kind][i] != NULL; i++)
    {
      gtk_string_list_take (labels, dup_label (kind, self->values[kind][i]));
      if (g_strcmp0 (chosen, self->values[kind][i]) == 0)
        selected = i + 1;
    }
  gtk_drop_down_set_model (self->choices[kind], G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (self->choices[kind], selected);
}

static void
chosen_cb (TlProjectFilterPopover *self)
{
  if (self->is_filling || self->filter == NULL)
    return;
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    {
      guint selected = gtk_drop_down_get_selected (self->choices[i]);

      if (self->values[i] != NULL && selected != GTK_INVALID_LIST_POSITION)
        tl_project_filter_set_value (self->filter, i, selected > 0 ? self->values[i][selected - 1] : NULL);
    }
}

static void
fill (TlProjectFilterPopover *self)
{
  if (self->filter == NULL || self->projects == NULL)
    return;
  self->is_filling = TRUE;
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    fill_choice (self, i);
  self->is_filling = FALSE;
}

/* Cleared from elsewhere. */
static void
filter_cb (TlProjectFilterPopover *self)
{
  if (!tl_project_filter_is_active (self->filter) && gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

/* Widget {{{1 */

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_START);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MAX_WIDTH_CHARS);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static void
tl_project_filter_popover_map (GtkWidget *widget)
{
  fill (TL_PROJECT_FILTER_POPOVER (widget));
  GTK_WIDGET_CLASS (tl_project_filter_popover_parent_class)->map (widget);
}

static void
tl_project_filter_popover_dispose (GObject *object)
{
  TlProjectFilterPopover *self = TL_PROJECT_FILTER_POPOVER (object);

  self->is_filling = TRUE;
  g_clear_object (&self->filter);
  g_clear_object (&self->projects);

  G_OBJECT_CLASS (tl_project_filter_popover_parent_class)->dispose (object);
}

static void
tl_project_filter_popover_finalize (GObject *object)
{
  TlProjectFilterPopover *self = TL_PROJECT_FILTER_POPOVER (object);

  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    g_strfreev (self->values[i]);

  G_OBJECT_CLASS (tl_project_filter_popover_parent_class)->finalize (object);
}

static void
tl_project_filter_popover_class_init (TlProjectFilterPopoverClass *klass)
{
  static const char *const names[] = { "edition", "owner", "folder", "state" };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_project_filter_popover_dispose;
  object_class->finalize = tl_project_filter_popover_finalize;
  widget_class->map = tl_project_filter_popover_map;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-project-filter-popover.ui"));
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE,
                                               G_STRUCT_OFFSET (TlProjectFilterPopover, choices)
                                                 + (gssize) (i * sizeof (GtkDropDown *)));
}

static void
tl_project_filter_popover_init (TlProjectFilterPopover *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  for (guint i = 0; i < TL_N_PROJECT_FILTER_KINDS; i++)
    {
      GtkExpression *expression = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

      gtk_drop_down_set_factory (self->choices[i], factory);
      gtk_drop_down_set_expression (self->choices[i], expression);
      gtk_expression_unref (expression);
      g_signal_connect_object (self->choices[i], "notify::selected", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
    }
}

void
tl_project_filter_popover_set (TlProjectFilterPopover *self,
                               TlProjectFilter        *filter,
                               GListModel             *projects)
{
  g_return_if_fail (TL_IS_PROJECT_FILTER_POPOVER (self));
  g_return_if_fail (TL_IS_PROJECT_FILTER (filter));

  if (g_set_object (&self->filter, filter))
    g_signal_connect_object (filter, "changed", G_CALLBACK (filter_cb), self, G_CONNECT_SWAPPED);
  g_set_object (&self->projects, projects);
}
