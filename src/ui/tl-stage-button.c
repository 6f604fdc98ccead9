/* tl-stage-button.c: where a service stands on its way, and what is missing there
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-stage-button.h"

#include "base/tl-date.h"
#include "analysis/tl-lifecycle.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"
#include "ui/tl-own-name.h"
#include "ui/tl-ui-resource.h"

#include <glib/gi18n.h>

struct _TlStageButton
{
  GtkWidget      parent_instance;

  TlRecord      *service;
  gboolean       updating;

  GtkMenuButton *button;
  GtkLabel      *label;
  GtkLabel      *text;
  GtkLabel      *missing_heading;
  GtkListBox    *missing;
  GtkDropDown   *stages;
};

G_DEFINE_FINAL_TYPE (TlStageButton, tl_stage_button, GTK_TYPE_WIDGET)

enum
{
  ADD_KIND,
  FAILED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The button {{{1 */

/* Of what stands on a line and has a date, the first to come. */
static TlRecord *
find_expected (TlRecord *service)
{
  TlRecord *first = NULL;

  for (guint lane = 0; lane < TL_N_LANES; lane++)
    for (guint i = 0; i < tl_record_get_n_items (service, lane); i++)
      {
        TlRecord *element = tl_record_get_child (service, lane, i);
        const char *date = tl_record_get (element, TL_ELEMENT_EXPECTED);
        const TlElementKind *kind = date != NULL ? tl_element_get_kind (TL_ELEMENT (element)) : NULL;

        /* ISO dates sort as text. */
        if (kind != NULL && kind->line != TL_LINE_NONE
            && (first == NULL || g_strcmp0 (date, tl_record_get (first, TL_ELEMENT_EXPECTED)) < 0))
          first = element;
      }
  return first;
}

static char *
create_label (TlRecord         *service,
              const TlStanding *standing)
{
  TlRecord *expected = find_expected (service);
  GString *label = g_string_new (NULL);

  if (standing->stage != NULL)
    /* Translators: %s is a stage of a value stream, such as Develop */
    g_string_append_printf (label, _("Stage: %s"), standing->stage->concept.name);
  else
    g_string_append (label, _("Stage not known"));
  if (expected != NULL)
    {
      g_autofree char *title = tl_edit_create_title (expected);
      g_autofree char *date = tl_date_format (tl_record_get (expected, TL_ELEMENT_EXPECTED));

      g_string_append (label, " · ");
      /* Translators: %1$s is the name of a release, %2$s a date */
      g_string_append_printf (label, _("%1$s expected %2$s"), title, date);
    }
  if (standing->n_missing > 0)
    {
      g_string_append (label, " · ");
      g_string_append_printf (label, ngettext ("%'u missing", "%'u missing", standing->n_missing), standing->n_missing);
    }
  return g_string_free (label, FALSE);
}

void
tl_stage_button_update (TlStageButton *self)
{
  g_autofree char *label = NULL;
  TlStanding standing;

  g_return_if_fail (TL_IS_STAGE_BUTTON (self));

  if (self->service == NULL || tl_record_get_project (self->service) == NULL)
    return;
  tl_lifecycle_get_standing (self->service, &standing);
  label = create_label (self->service, &standing);
  gtk_label_set_label (self->label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* The popover {{{1 */

static void
add_clicked_cb (GtkButton *button,
                gpointer   user_data)
{
  TlStageButton *self = user_data;
  g_autofree char *kind = g_strdup (g_object_get_data (G_OBJECT (button), "kind"));

  gtk_menu_button_popdown (self->button);
  g_signal_emit (self, signals[ADD_KIND], 0, kind);
}

static void
add_missing (TlStageButton       *self,
             const TlExpectation *expectation)
{
  const char *name = tl_element_kind_get_name (expectation->kind);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add"));
  /* Translators: %s is a kind of elements */
  g_autofree char *description = g_strdup_printf (_("Add %s"), name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (expectation->kind->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, description, -1);
  g_object_set_data (G_OBJECT (button), "kind", (gpointer) expectation->kind->id);
  g_signal_connect (button, "clicked", G_CALLBACK (add_clicked_cb), self);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_append (self->missing, row);
}

static void
fill_missing (TlStageButton *self)
{
  g_autoptr(GPtrArray) missing = tl_lifecycle_list_missing (self->service, NULL);
  g_autofree char *text = tl_lifecycle_create_text (self->service);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->missing, 0)) != NULL)
    gtk_list_box_remove (self->missing, GTK_WIDGET (row));
  for (guint i = 0; i < missing->len; i++)
    add_missing (self, missing->pdata[i]);
  gtk_label_set_label (self->text, text);
  gtk_widget_set_visible (GTK_WIDGET (self->missing), missing->len > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->missing_heading), missing->len > 0);
}

static const TlStage *const *
get_lifecycle (TlStageButton *self)
{
  const TlEdition *edition = tl_project_get_edition (tl_record_get_project (self->service));

  return tl_metamodel_get_lifecycle (tl_metamodel_get (edition));
}

static void
fill_stages (TlStageButton *self)
{
  const TlStage *const *stages = get_lifecycle (self);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  const char *said = tl_record_get (self->service, TL_SERVICE_STAGE);
  guint selected = 0;

  /* Translators: of the stage of a service: nobody has said it */
  gtk_string_list_append (names, _("Not said"));
  for (guint i = 0; stages[i] != NULL; i++)
    {
      /* Translators: %1$s is a stage, such as Develop, %2$s a value stream, such as Requirement to Deploy */
      g_autofree char *name = g_strdup_printf (_("%1$s, %2$s"), stages[i]->concept.name, stages[i]->stream->concept.name);

      gtk_string_list_append (names, name);
      if (g_strcmp0 (stages[i]->concept.id, said) == 0)
        selected = i + 1;
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->stages, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->stages, selected);
  self->updating = FALSE;
}

static void
popover_shown_cb (TlStageButton *self)
{
  if (self->service == NULL)
    return;
  fill_missing (self);
  fill_stages (self);
}

static void
stage_selected_cb (TlStageButton *self)
{
  guint selected = gtk_drop_down_get_selected (self->stages);
  g_autoptr(GError) error = NULL;

  if (self->updating || self->service == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  if (!tl_edit_set_stage (self->service, selected > 0 ? get_lifecycle (self)[selected - 1]->concept.id : NULL, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  tl_stage_button_update (self);
  fill_missing (self);
}

/* Widget {{{1 */

/* It takes what its neighbours leave, rather than to ask for room that they need. */
static void
tl_stage_button_measure (GtkWidget      *widget,
                         GtkOrientation  orientation,
                         int             for_size,
                         int            *minimum,
                         int            *natural,
                         int            *minimum_baseline,
                         int            *natural_baseline)
{
  GtkWidget *button = GTK_WIDGET (TL_STAGE_BUTTON (widget)->button);

  gtk_widget_measure (button, orientation, for_size, minimum, natural, minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *natural = *minimum;
}

static void
tl_stage_button_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  gtk_widget_size_allocate (GTK_WIDGET (TL_STAGE_BUTTON (widget)->button), &(GtkAllocation) { 0, 0, width, height },
                            baseline);
}

static void
tl_stage_button_dispose (GObject *object)
{
  TlStageButton *self = TL_STAGE_BUTTON (object);

  self->updating = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), TL_TYPE_STAGE_BUTTON);
  g_clear_object (&self->service);

  G_OBJECT_CLASS (tl_stage_button_parent_class)->dispose (object);
}

static void
tl_stage_button_class_init (TlStageButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = tl_stage_button_dispose;
  widget_class->measure = tl_stage_button_measure;
  widget_class->size_allocate = tl_stage_button_size_allocate;

  signals[ADD_KIND] = g_signal_new ("add-kind", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-stage-button.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlStageButton, button);
  gtk_widget_class_bind_template_child (widget_class, TlStageButton, label);
  gtk_widget_class_bind_template_child (widget_class, TlStageButton, text);
  gtk_widget_class_bind_template_child (widget_class, TlStageButton, missing_heading);
  gtk_widget_class_bind_template_child (widget_class, TlStageButton, missing);
  gtk_widget_class_bind_template_child (widget_class, TlStageButton, stages);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, stage_selected_cb);
}

static void
tl_stage_button_init (TlStageButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_own_name_keep (self->stages);
}

void
tl_stage_button_set_service (TlStageButton *self,
                             TlRecord      *service)
{
  g_return_if_fail (TL_IS_STAGE_BUTTON (self));

  if (!g_set_object (&self->service, service))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), service != NULL);
  tl_stage_button_update (self);
}
