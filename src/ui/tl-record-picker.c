/* tl-record-picker.c: a popover to choose a service or an element
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-record-picker.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-service.h"

#include <glib/gi18n.h>

#define SLICE (4 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  TlPicker             *picker; /* owns this */
  TlProject            *project;
  const TlRecordType   *type;
  TlRecordPickerFilter  filter;
  gpointer              user_data;
  GDestroyNotify        destroy;
  char                 *none;

  /* Of the search under way: what was typed, and what to look at next. */
  char                **words;
  guint                 service;
  guint                 lane;
  guint                 element;
  guint                 source;
} Search;

static void
stop (Search *search)
{
  g_clear_handle_id (&search->source, g_source_remove);
  g_clear_pointer (&search->words, g_strfreev);
}

static void
search_free (gpointer data)
{
  Search *search = data;

  stop (search);
  if (search->destroy != NULL)
    search->destroy (search->user_data);
  g_object_unref (search->project);
  g_free (search->none);
  g_free (search);
}

static TlRecord *
get_next_element (Search   *search,
                  TlRecord *service)
{
  while (search->lane < TL_N_LANES)
    {
      TlRecord *element = tl_record_get_child (service, search->lane, search->element++);

      if (element != NULL)
        return element;
      search->lane++;
      search->element = 0;
    }
  search->lane = 0;
  return NULL;
}

static TlRecord *
get_next (Search *search)
{
  TlRecord *service;

  while ((service = tl_record_get_child (TL_RECORD (search->project), TL_PROJECT_SERVICES, search->service)) != NULL)
    {
      TlRecord *element = NULL;

      if (search->type != &tl_service_type)
        element = get_next_element (search, service);
      if (element != NULL)
        return element;
      search->service++;
      if (search->type == &tl_service_type)
        return service;
    }
  return NULL;
}

static TlPick *
create_pick (TlRecord *record)
{
  g_autofree char *title = tl_edit_create_title (record);
  g_autofree char *service = NULL;
  g_autofree char *detail = NULL;
  const TlElementKind *kind;

  if (!TL_IS_ELEMENT (record))
    return tl_pick_new (tl_record_get_id (record), title, tl_record_get (record, TL_SERVICE_OWNER), NULL);

  kind = tl_element_get_kind (TL_ELEMENT (record));
  service = tl_edit_create_title (tl_element_get_service (TL_ELEMENT (record)));
  /* Translators: of an element: %1$s is its kind, such as Database, %2$s the service */
  detail = g_strdup_printf (_("%1$s · %2$s"), tl_element_get_kind_name (TL_ELEMENT (record)), service);
  return tl_pick_new (tl_record_get_id (record), title, detail, kind != NULL ? kind->icon : NULL);
}

static gboolean
slice_cb (gpointer user_data)
{
  Search *search = user_data;
  gint64 end = g_get_monotonic_time () + SLICE;
  TlRecord *record;

  while ((record = get_next (search)) != NULL)
    {
      if (search->filter == NULL || search->filter (record, search->user_data))
        {
          g_autoptr (TlPick) pick = create_pick (record);

          if (tl_pick_matches (pick, (const char *const *) search->words)
              && !tl_picker_add (search->picker, g_steal_pointer (&pick)))
            break;
        }
      if (g_get_monotonic_time () > end)
        return G_SOURCE_CONTINUE;
    }
  search->source = 0;
  return G_SOURCE_REMOVE;
}

static void
search_cb (TlPicker   *picker,
           const char *text,
           gpointer    user_data)
{
  Search *search = user_data;

  stop (search);
  search->words = tl_pick_split (text);
  search->service = search->lane = search->element = 0;
  if (search->none != NULL && *text == '\0')
    tl_picker_add (picker, tl_pick_new ("", search->none, NULL, NULL));
  if (slice_cb (search))
    search->source = g_idle_add (slice_cb, search);
}

static void
closed_cb (GtkWidget *picker)
{
  stop (g_object_get_data (G_OBJECT (picker), "tl-search"));
}

GtkWidget *
tl_record_picker_new (TlProject            *project,
                      const TlRecordType   *type,
                      const char           *prompt,
                      TlRecordPickerFilter  filter,
                      gpointer              user_data,
                      GDestroyNotify        destroy)
{
  GtkWidget *picker = tl_picker_new (prompt);
  Search *search = g_new0 (Search, 1);

  search->picker = TL_PICKER (picker);
  search->project = g_object_ref (project);
  search->type = type;
  search->filter = filter;
  search->user_data = user_data;
  search->destroy = destroy;
  g_object_set_data_full (G_OBJECT (picker), "tl-search", search, search_free);
  tl_picker_set_search (search->picker, search_cb, search);
  g_signal_connect (picker, "closed", G_CALLBACK (closed_cb), NULL);
  return picker;
}

void
tl_record_picker_set_none (TlPicker   *picker,
                           const char *label)
{
  Search *search;

  g_return_if_fail (TL_IS_PICKER (picker));

  search = g_object_get_data (G_OBJECT (picker), "tl-search");
  g_return_if_fail (search != NULL);
  g_free (search->none);
  search->none = g_strdup (label);
}

void
tl_record_picker_open (TlPicker   *picker,
                       GtkWidget  *parent,
                       GtkWidget  *at,
                       const char *id)
{
  graphene_rect_t bounds;
  GdkRectangle area;

  g_return_if_fail (TL_IS_PICKER (picker));
  g_return_if_fail (GTK_IS_WIDGET (parent) && GTK_IS_WIDGET (at));

  if (gtk_widget_get_parent (GTK_WIDGET (picker)) == NULL)
    gtk_widget_set_parent (GTK_WIDGET (picker), parent);
  if (!gtk_widget_compute_bounds (at, parent, &bounds))
    return;
  area = (GdkRectangle){ bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
  tl_picker_popup (picker, &area, id);
}
