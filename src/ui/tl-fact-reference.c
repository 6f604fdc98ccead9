/* tl-fact-reference.c: a row that edits what a fact refers to, found by its name
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"

#include "project/tl-own-kind.h"
#include "project/tl-transaction.h"
#include "ui/tl-own-name.h"
#include "ui/tl-ui-resource.h"

#include <string.h>

#define TL_TYPE_FACT_REFERENCE (tl_fact_reference_get_type ())
G_DECLARE_FINAL_TYPE (TlFactReference, tl_fact_reference, TL, FACT_REFERENCE, AdwPreferencesRow)

/* There may be a thousand to choose from, so the list has a search, which the
 * one of AdwComboRow has not. */
struct _TlFactReference
{
  AdwPreferencesRow   parent_instance;

  TlFact             *fact;
  char              **tokens;
  gboolean            updating;

  GtkLabel           *title;
  GtkDropDown        *drop_down;
};

G_DEFINE_FINAL_TYPE (TlFactReference, tl_fact_reference, ADW_TYPE_PREFERENCES_ROW)

static guint
find_token (TlFactReference *self,
            const char      *value)
{
  for (guint i = 0; self->tokens[i] != NULL; i++)
    if (strcmp (self->tokens[i], value != NULL ? value : "") == 0)
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill (TlFactReference *self)
{
  g_auto (GStrv) labels = NULL;
  g_autoptr (GtkStringList) model = NULL;

  self->updating = TRUE;
  g_clear_pointer (&self->tokens, g_strfreev);
  tl_fact_row_create_choices (self->fact, &self->tokens, &labels);
  model = gtk_string_list_new ((const char *const *) labels);
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (model));
  gtk_drop_down_set_selected (self->drop_down, find_token (self, tl_fact_get (self->fact)));
  self->updating = FALSE;
}

/* The list is made anew only for what is not in it: it may be open while it is
 * chosen from. */
static void
update (TlFactReference *self)
{
  guint position = find_token (self, tl_fact_get (self->fact));

  if (position == GTK_INVALID_LIST_POSITION)
    {
      fill (self);
      return;
    }
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->updating = FALSE;
}

/* What there is to choose from, beside what the edition has. */
static const TlRecordType *
get_target (TlFactReference *self)
{
  const TlField *field = tl_fact_get_field (self->fact);

  return field->kind == TL_FIELD_ELEMENT_KIND ? &tl_own_kind_type : field->target;
}

/* What can be referred to has come, gone or got another name. */
static void
project_changed_cb (TlFactReference *self,
                    GPtrArray       *changes)
{
  const TlRecordType *target;

  if (self->fact == NULL)
    return;

  target = get_target (self);
  for (guint i = 0; i < changes->len; i++)
    {
      const TlChange *change = g_ptr_array_index (changes, i);

      if (tl_record_get_record_type (change->record) == target
          && (change->kind != TL_CHANGE_SET || (int) change->field == target->name_field))
        {
          fill (self);
          return;
        }
    }
}

static void
selected_cb (TlFactReference *self)
{
  guint position = gtk_drop_down_get_selected (self->drop_down);
  g_autoptr (GError) error = NULL;

  if (self->updating || self->fact == NULL || position == GTK_INVALID_LIST_POSITION)
    return;

  if (!tl_fact_set (self->fact, self->tokens[position], &error))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      update (self);
      return;
    }
  tl_fact_close (self->fact);
}

static gboolean
tl_fact_reference_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  return gtk_widget_child_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (widget)), direction);
}

static gboolean
tl_fact_reference_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TL_FACT_REFERENCE (widget)->drop_down));
}

static void
tl_fact_reference_dispose (GObject *object)
{
  TlFactReference *self = TL_FACT_REFERENCE (object);

  self->updating = TRUE;
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_fact_reference_parent_class)->dispose (object);
}

static void
tl_fact_reference_finalize (GObject *object)
{
  g_strfreev (TL_FACT_REFERENCE (object)->tokens);

  G_OBJECT_CLASS (tl_fact_reference_parent_class)->finalize (object);
}

static void
tl_fact_reference_class_init (TlFactReferenceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = tl_fact_reference_dispose;
  object_class->finalize = tl_fact_reference_finalize;
  widget_class->focus = tl_fact_reference_focus;
  widget_class->grab_focus = tl_fact_reference_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, TL_UI_RESOURCE ("tl-fact-reference.ui"));
  gtk_widget_class_bind_template_child (widget_class, TlFactReference, title);
  gtk_widget_class_bind_template_child (widget_class, TlFactReference, drop_down);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
}

static void
tl_fact_reference_init (TlFactReference *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  tl_own_name_keep (self->drop_down);
}

GtkWidget *
tl_fact_reference_new (TlFact     *fact,
                       const char *title)
{
  TlFactReference *self = g_object_new (TL_TYPE_FACT_REFERENCE, "title", title, NULL);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->fact = fact;
  fill (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  if (get_target (self) != NULL)
    g_signal_connect_object (tl_fact_get_project (fact), "changed", G_CALLBACK (project_changed_cb),
                             self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
