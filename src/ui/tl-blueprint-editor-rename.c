/* tl-blueprint-editor-rename.c: names where they stand
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "project/tl-edit.h"

#include <glib/gi18n.h>

void
tl_blueprint_editor_rename (TlBlueprintEditor *self,
                            const char        *key)
{
  TlRecord *element = tl_blueprint_editor_lookup (self, key);
  g_autofree char *label = NULL;
  GdkRectangle area;

  if (element == NULL || !TL_IS_ELEMENT (element) || !tl_blueprint_editor_show_node (self, key, &area))
    return;

  /* Translators: %s is a kind of elements, such as Component */
  label = g_strdup_printf (_("Name of %s"), tl_element_get_kind_name (TL_ELEMENT (element)));
  g_free (self->renaming);
  self->renaming = g_strdup (key);
  tl_rename_entry_begin (self->rename, &area, tl_record_get_name (element), label);
}

/* The keyboard goes back to the node, unless it went elsewhere. */
static void
end (TlBlueprintEditor *self,
     gboolean           back)
{
  g_autofree char *key = g_steal_pointer (&self->renaming);

  if (back && key != NULL)
    tl_canvas_focus_node (self->canvas, key);
}

void
tl_blueprint_editor_renamed (TlBlueprintEditor *self,
                             const char        *name)
{
  TlRecord *element = tl_blueprint_editor_lookup (self, self->renaming);
  GtkWidget *focus = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autoptr(GError) error = NULL;
  gboolean back;

  focus = focus != NULL ? gtk_window_get_focus (GTK_WINDOW (focus)) : NULL;
  back = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->rename));
  if (element != NULL)
    {
      tl_history_close_entry (tl_project_get_history (self->project));
      if (!tl_edit_set (element, TL_ELEMENT_NAME, name, &error))
        tl_blueprint_editor_toast (self, error->message, FALSE);
      tl_history_close_entry (tl_project_get_history (self->project));
      tl_blueprint_editor_refresh (self);
    }
  end (self, back);
}

void
tl_blueprint_editor_rename_cancelled (TlBlueprintEditor *self)
{
  end (self, TRUE);
}
