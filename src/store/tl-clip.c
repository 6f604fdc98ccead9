/* tl-clip.c: elements of a blueprint on the clipboard
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-clip.h"

#include "project/tl-blueprint.h"
#include "project/tl-edit.h"
#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"
#include "store/tl-problem.h"
#include "store/tl-reader.h"
#include "store/tl-writer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define HEAD "<?throughline-elements version=\"1\""
#define TAIL "?>"

/* Writing */

typedef struct
{
  TlRecord   *service;
  TlProject  *project;
  GPtrArray  *records;  /* what is written, references held */
  GHashTable *known;    /* the same as a set */
  GHashTable *ids;      /* of elements and guests among them; point into them */
  gboolean    is_cut;
} Clipping;

static void
add_record (Clipping *clipping,
            TlRecord *record)
{
  if (g_hash_table_add (clipping->known, record))
    g_ptr_array_add (clipping->records, g_object_ref (record));
}

/* Elements of a kind of the project's own are nothing without it. */
static void
add_kind (Clipping *clipping,
          TlRecord *element)
{
  TlRecord *kind = tl_project_lookup (clipping->project, tl_record_get (element, TL_ELEMENT_KIND));

  if (kind != NULL && TL_IS_OWN_KIND (kind))
    add_record (clipping, kind);
}

/* One that only relations led to is used from now on. */
static void
add_guest (Clipping *clipping,
           TlRecord *element)
{
  TlRecord *use = tl_blueprint_find_use (clipping->service, element);
  g_autofree char *id = NULL;
  g_autoptr(TlRecord) loose = NULL;

  if (use == NULL)
    {
      use = loose = tl_record_new (&tl_use_type);
      id = tl_project_create_id (clipping->project, &tl_use_type);
      tl_record_fill (use, TL_USE_ID, id, NULL);
      tl_record_fill (use, TL_USE_OF, tl_record_get_id (element), NULL);
    }
  add_record (clipping, use);
}

static void
add_chosen (Clipping *clipping,
            TlRecord *record)
{
  if (TL_IS_RELATION (record))
    {
      add_record (clipping, record);
      return;
    }
  if (!TL_IS_ELEMENT (record) || !g_hash_table_add (clipping->ids, (gpointer) tl_record_get_id (record)))
    return;

  if (tl_element_get_service (TL_ELEMENT (record)) != clipping->service)
    {
      add_guest (clipping, record);
      return;
    }
  add_kind (clipping, record);
  add_record (clipping, record);
}

static void
add_relations (Clipping *clipping,
               TlRecord *service)
{
  guint n = tl_record_get_n_items (service, TL_SERVICE_RELATIONS);

  for (guint i = 0; i < n; i++)
    {
      TlRecord *relation = tl_record_get_child (service, TL_SERVICE_RELATIONS, i);
      gboolean from = g_hash_table_contains (clipping->ids, tl_record_get (relation, TL_RELATION_FROM));
      gboolean to = g_hash_table_contains (clipping->ids, tl_record_get (relation, TL_RELATION_TO));

      if (clipping->is_cut ? from || to : from && to)
        add_record (clipping, relation);
    }
}

/* What is cut takes along what other services say about it. */
static void
add_all_relations (Clipping *clipping)
{
  TlRecord *root = TL_RECORD (clipping->project);

  if (!clipping->is_cut)
    {
      add_relations (clipping, clipping->service);
      return;
    }
  for (guint i = 0; i < tl_record_get_n_items (root, TL_PROJECT_SERVICES); i++)
    add_relations (clipping, tl_record_get_child (root, TL_PROJECT_SERVICES, i));
}

/* Versions and ids are of letters that mean nothing to XML. */
static char *
create_head (Clipping *clipping)
{
  return g_strdup_printf (HEAD " edition=\"%s\" project=\"%s\" service=\"%s\"" TAIL "\n",
                          tl_record_get (TL_RECORD (clipping->project), TL_PROJECT_EDITION),
                          tl_record_get_id (TL_RECORD (clipping->project)),
                          tl_record_get_id (clipping->service));
}

GBytes *
tl_clip_write (TlRecord        *service,
               TlRecord *const *records,
               guint            n_records,
               gboolean         is_cut)
{
  g_autoptr(GPtrArray) chosen = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GHashTable) known = g_hash_table_new (NULL, NULL);
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  Clipping clipping = { service, NULL, chosen, known, ids, is_cut };
  g_autofree char *head = NULL;
  g_autofree char *fragment = NULL;
  char *text;

  g_return_val_if_fail (TL_IS_SERVICE (service), NULL);
  clipping.project = tl_record_get_project (service);
  g_return_val_if_fail (clipping.project != NULL, NULL);

  for (guint i = 0; i < n_records; i++)
    add_chosen (&clipping, records[i]);
  add_all_relations (&clipping);

  head = create_head (&clipping);
  fragment = tl_writer_write_fragment (clipping.project, (TlRecord *const *) chosen->pdata, chosen->len);
  text = g_strconcat (head, fragment, NULL);
  return g_bytes_new_take (text, strlen (text));
}

char *
tl_clip_write_text (TlRecord *const *records,
                    guint            n_records)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_records; i++)
    {
      g_autofree char *title = NULL;

      if (!TL_IS_ELEMENT (records[i]))
        continue;
      title = tl_edit_create_title (records[i]);
      g_string_append_printf (text, "%s\t%s\n", title, tl_element_get_kind_name (TL_ELEMENT (records[i])));
    }
  return g_string_free (text, FALSE);
}

/* Reading */

static GError *
new_error (TlStoreError  code,
           const char   *reason)
{
  return g_error_new_literal (TL_STORE_ERROR, code, reason);
}

/* The value of ` name="…"` at @head, which moves past it; NULL if that is not there. */
static char *
read_attribute (const char **head,
                const char  *name)
{
  g_autofree char *start = g_strdup_printf (" %s=\"", name);
  const char *value, *end;

  if (!g_str_has_prefix (*head, start))
    return NULL;
  value = *head + strlen (start);
  end = strchr (value, '"');
  if (end == NULL)
    return NULL;
  *head = end + 1;
  return g_strndup (value, end - value);
}

static gboolean
read_head (TlClip      *self,
           const char  *text,
           GError     **error)
{
  const char *head = text + strlen (HEAD);

  if (g_str_has_prefix (text, HEAD))
    {
      self->edition = read_attribute (&head, "edition");
      self->project = read_attribute (&head, "project");
      self->service = read_attribute (&head, "service");
      if (self->edition != NULL && self->project != NULL && self->service != NULL
          && g_str_has_prefix (head, TAIL))
        return TRUE;
    }

  g_propagate_error (error, new_error (TL_STORE_ERROR_NOT_A_PROJECT,
                                       _("What was copied does not say that it is a part of a blueprint.")));
  return FALSE;
}

TlClip *
tl_clip_read (GBytes  *bytes,
              GError **error)
{
  g_autoptr(TlClip) self = g_new0 (TlClip, 1);
  g_autofree char *text = NULL;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (size > TL_CLIP_MAX_SIZE)
    {
      g_propagate_error (error, new_error (TL_STORE_ERROR_LIMIT,
                                           _("What was copied is larger than any blueprint.")));
      return NULL;
    }

  /* NUL ends the head, and is refused by the reader in what follows. */
  text = size > 0 ? g_strndup (data, MIN (size, 1024)) : g_strdup ("");
  if (!read_head (self, text, error))
    return NULL;
  self->records = tl_reader_read_fragment (data, size, error);
  return self->records != NULL ? g_steal_pointer (&self) : NULL;
}

void
tl_clip_free (TlClip *self)
{
  if (self == NULL)
    return;
  g_free (self->edition);
  g_free (self->project);
  g_free (self->service);
  g_clear_pointer (&self->records, g_ptr_array_unref);
  g_free (self);
}
