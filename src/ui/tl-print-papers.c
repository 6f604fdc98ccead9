/* tl-print-papers.c: the sizes of paper to choose from
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-print-papers.h"

#include "ui/tl-settings.h"

#define KEY "print-paper"

/* The names of a row's list, in its order: what is shown is called otherwise. */
static GPtrArray *
get_names (AdwComboRow *row)
{
  return g_object_get_data (G_OBJECT (row), "papers");
}

static const char *
get_name (AdwComboRow *row)
{
  GPtrArray *names = get_names (row);
  guint selected = adw_combo_row_get_selected (row);

  return selected < names->len ? g_ptr_array_index (names, selected) : NULL;
}

static void
add (GPtrArray     *names,
     GtkStringList *titles,
     const char    *name)
{
  GtkPaperSize *size;

  if (g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    return;
  size = gtk_paper_size_new (name);
  gtk_string_list_append (titles, gtk_paper_size_get_display_name (size));
  g_ptr_array_add (names, g_strdup (name));
  gtk_paper_size_free (size);
}

void
tl_print_papers_fill (AdwComboRow *row)
{
  static const char *const usual[] = {
    GTK_PAPER_NAME_A4, GTK_PAPER_NAME_A3, "iso_a2", "iso_a1", "iso_a0", GTK_PAPER_NAME_A5,
    GTK_PAPER_NAME_LETTER, GTK_PAPER_NAME_LEGAL, "na_ledger",
  };
  g_autofree char *kept = tl_settings_dup_string (KEY, "");
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    add (names, titles, usual[i]);
  add (names, titles, gtk_paper_size_get_default ());

  if (!g_ptr_array_find_with_equal_func (names, kept, g_str_equal, &selected))
    g_ptr_array_find_with_equal_func (names, gtk_paper_size_get_default (), g_str_equal, &selected);
  g_object_set_data_full (G_OBJECT (row), "papers", names, (GDestroyNotify) g_ptr_array_unref);
  adw_combo_row_set_model (row, G_LIST_MODEL (titles));
  adw_combo_row_set_selected (row, selected);
}

GtkPaperSize *
tl_print_papers_create (AdwComboRow *row)
{
  return gtk_paper_size_new (get_name (row));
}

void
tl_print_papers_remember (AdwComboRow *row)
{
  if (get_name (row) != NULL)
    tl_settings_set_string (KEY, get_name (row));
}
