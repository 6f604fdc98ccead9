/* tl-fact-choice.c: a row that edits a fact by choosing from a list
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-fact-row.h"
#include "ui/tl-label.h"

#define TL_TYPE_FACT_CHOICE (tl_fact_choice_get_type ())
G_DECLARE_FINAL_TYPE (TlFactChoice, tl_fact_choice, TL, FACT_CHOICE, AdwComboRow)

struct _TlFactChoice
{
  AdwComboRow   parent_instance;

  TlFact       *fact;
  char        **tokens;
  gboolean      updating;
};

G_DEFINE_FINAL_TYPE (TlFactChoice, tl_fact_choice, ADW_TYPE_COMBO_ROW)

static guint
find_token (TlFactChoice *self,
            const char   *value)
{
  if (value == NULL)
    value = "";
  for (guint i = 0; self->tokens[i] != NULL; i++)
    if (g_str_equal (self->tokens[i], value))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static void
fill (TlFactChoice *self)
{
  g_auto (GStrv) labels = NULL;
  g_autoptr (GtkStringList) model = NULL;

  self->updating = TRUE;
  g_clear_pointer (&self->tokens, g_strfreev);
  tl_fact_row_create_choices (self->fact, &self->tokens, &labels);
  model = gtk_string_list_new ((const char *const *) labels);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (model));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_token (self, tl_fact_get (self->fact)));
  self->updating = FALSE;
}

/* The list is made anew only for what is not in it: it may be open while it is
 * chosen from. */
static void
update (TlFactChoice *self)
{
  guint position = find_token (self, tl_fact_get (self->fact));

  if (position == GTK_INVALID_LIST_POSITION)
    {
      fill (self);
      return;
    }
  self->updating = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), position);
  self->updating = FALSE;
}

static void
selected_cb (TlFactChoice *self)
{
  guint position = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  g_autoptr (GError) error = NULL;

  if (self->updating || position >= g_strv_length (self->tokens))
    return;
  if (!tl_fact_set (self->fact, self->tokens[position], &error))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      update (self);
      return;
    }
  tl_fact_close (self->fact);
}

static void
tl_fact_choice_dispose (GObject *object)
{
  TlFactChoice *self = TL_FACT_CHOICE (object);

  self->updating = TRUE;
  g_clear_object (&self->fact);

  G_OBJECT_CLASS (tl_fact_choice_parent_class)->dispose (object);
}

static void
tl_fact_choice_finalize (GObject *object)
{
  TlFactChoice *self = TL_FACT_CHOICE (object);

  g_strfreev (self->tokens);

  G_OBJECT_CLASS (tl_fact_choice_parent_class)->finalize (object);
}

static void
tl_fact_choice_class_init (TlFactChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_fact_choice_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_fact_choice_finalize;
}

static void
tl_fact_choice_init (TlFactChoice *self)
{
}

GtkWidget *
tl_fact_choice_new (TlFact     *fact,
                    const char *title)
{
  TlFactChoice *self = g_object_new (TL_TYPE_FACT_CHOICE, "use-markup", FALSE, "title", title, NULL);

  self->fact = fact;
  tl_label_keep_value (ADW_COMBO_ROW (self));
  fill (self);
  g_signal_connect_object (fact, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
  return GTK_WIDGET (self);
}
