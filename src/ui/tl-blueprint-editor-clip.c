/* tl-blueprint-editor-clip.c: taking along, bringing in, throwing away
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-blueprint-editor-private.h"

#include "project/tl-relation.h"
#include "store/tl-clip.h"
#include "ui/tl-focus.h"
#include "ui/tl-picture-content.h"

#include <glib/gi18n.h>
#include <math.h>

#define STEP 24 /* units that a copy stands beside what it is a copy of */

static guint
count_elements (GPtrArray *records)
{
  guint n = 0;

  for (guint i = 0; i < records->len; i++)
    n += TL_IS_ELEMENT (records->pdata[i]);
  return n;
}

/* Copying {{{1 */

static GdkContentProvider *
create_content (TlBlueprintEditor *self,
                GPtrArray         *records,
                gboolean           is_cut)
{
  g_auto(GStrv) keys = tl_canvas_list_selected_keys (self->canvas);
  g_autoptr(GBytes) clip = tl_clip_write (self->service, (TlRecord *const *) records->pdata, records->len, is_cut);
  g_autofree char *text = tl_clip_write_text ((TlRecord *const *) records->pdata, records->len);
  g_autoptr(TlScene) part = tl_scene_extract (tl_canvas_get_scene (self->canvas), (const char *const *) keys);
  GdkContentProvider *contents[] = {
    gdk_content_provider_new_for_bytes (TL_CLIP_MEDIA_TYPE, clip),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
    tl_picture_content_new (part, tl_canvas_get_font (self->canvas)),
  };

  return gdk_content_provider_new_union (contents, G_N_ELEMENTS (contents));
}

void
tl_blueprint_editor_copy (TlBlueprintEditor *self,
                          gboolean           is_cut)
{
  g_autoptr(GPtrArray) records = tl_blueprint_editor_list_selected (self);
  g_autoptr(GdkContentProvider) content = NULL;
  g_autofree char *text = NULL;
  guint n = count_elements (records);

  if (records->len == 0)
    return;
  content = create_content (self, records, is_cut);
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
  self->n_pastes = is_cut ? 0 : 1;

  if (is_cut)
    {
      tl_blueprint_remove (self->service, (TlRecord *const *) records->pdata, records->len);
      tl_blueprint_editor_refresh (self);
    }
  text = is_cut ? g_strdup_printf (ngettext ("%'u element cut", "%'u elements cut", n), n)
                : g_strdup_printf (ngettext ("%'u element copied", "%'u elements copied", n), n);
  tl_blueprint_editor_tell (self, text);
}

/* Pasting {{{1 */

static void
paste_clip (TlBlueprintEditor *self,
            TlClip            *clip)
{
  gboolean is_own = g_strcmp0 (clip->service, tl_record_get_id (self->service)) == 0;
  double shift = is_own ? STEP * self->n_pastes : 0;
  g_autoptr(GPtrArray) pasted = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  pasted = tl_blueprint_paste (self->service, clip->records, shift, shift, &error);
  if (pasted == NULL)
    {
      tl_blueprint_editor_toast (self, error->message, FALSE);
      return;
    }
  self->n_pastes++;
  tl_blueprint_editor_refresh (self);
  tl_blueprint_editor_present (self, (TlRecord *const *) pasted->pdata, pasted->len);
  text = g_strdup_printf (ngettext ("%'u element pasted", "%'u elements pasted", pasted->len), pasted->len);
  tl_blueprint_editor_tell (self, text);
}

static void
paste_bytes (TlBlueprintEditor *self,
             GBytes            *bytes)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TlClip) clip = tl_clip_read (bytes, &error);

  if (clip == NULL)
    tl_blueprint_editor_toast (self, error->message, FALSE);
  else
    paste_clip (self, clip);
}

/* What another program copied may be endless: no more is read than is looked at. */
typedef struct
{
  TlBlueprintEditor *editor;
  char              *buffer;
} Reading;

static void
reading_free (Reading *self)
{
  g_object_unref (self->editor);
  g_free (self->buffer);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static void
bytes_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Reading) reading = user_data;
  TlBlueprintEditor *self = reading->editor;
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gsize size;

  if (!g_input_stream_read_all_finish (G_INPUT_STREAM (source), result, &size, &error))
    {
      tl_blueprint_editor_toast (self, error->message, FALSE);
      return;
    }
  if (self->service == NULL)
    return;
  bytes = g_bytes_new_take (g_steal_pointer (&reading->buffer), size);
  paste_bytes (self, bytes);
}

static void
stream_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(TlBlueprintEditor) self = user_data;
  g_autoptr(GInputStream) stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, NULL);
  Reading *reading;

  if (stream == NULL)
    {
      tl_blueprint_editor_tell (self, _("There are no elements on the clipboard."));
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->editor = g_steal_pointer (&self);
  reading->buffer = g_malloc (TL_CLIP_MAX_SIZE + 1);
  g_input_stream_read_all_async (stream, reading->buffer, TL_CLIP_MAX_SIZE + 1, G_PRIORITY_DEFAULT, NULL,
                                 bytes_cb, reading);
}

void
tl_blueprint_editor_paste (TlBlueprintEditor *self)
{
  static const char *const types[] = { TL_CLIP_MEDIA_TYPE, NULL };

  if (self->service == NULL)
    return;
  gdk_clipboard_read_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), (const char **) types, G_PRIORITY_DEFAULT,
                            NULL, stream_cb, g_object_ref (self));
}

/* Duplicating and deleting {{{1 */

void
tl_blueprint_editor_duplicate (TlBlueprintEditor *self)
{
  g_autoptr(GPtrArray) records = tl_blueprint_editor_list_selected (self);
  g_autoptr(GPtrArray) copies = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *text = NULL;

  copies = tl_blueprint_duplicate (self->service, (TlRecord *const *) records->pdata, records->len, STEP, STEP, &error);
  if (copies == NULL)
    {
      tl_blueprint_editor_toast (self, error->message, FALSE);
      return;
    }
  tl_blueprint_editor_present (self, (TlRecord *const *) copies->pdata, copies->len);
  text = g_strdup_printf (ngettext ("%'u element duplicated", "%'u elements duplicated", copies->len), copies->len);
  tl_blueprint_editor_tell (self, text);
}

/* What is nearest to what goes, and stays: where the keyboard is then. NULL: nothing. */
static char *
find_neighbour (TlBlueprintEditor *self)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  g_auto(GStrv) keys = tl_canvas_list_selected_keys (self->canvas);
  int gone = scene != NULL && keys[0] != NULL ? tl_scene_find (scene, keys[0]) : -1;
  const TlRect *from;
  double best = G_MAXDOUBLE;
  int nearest = -1;

  if (gone < 0)
    return NULL;
  from = &tl_scene_get_node (scene, gone)->bounds;
  for (guint i = 0; i < tl_scene_get_n_nodes (scene); i++)
    {
      const TlNode *node = tl_scene_get_node (scene, i);
      double distance = hypot (node->bounds.x + node->bounds.width / 2 - from->x - from->width / 2,
                               node->bounds.y + node->bounds.height / 2 - from->y - from->height / 2);

      if (distance < best && tl_blueprint_editor_lookup (self, node->key) != NULL
          && !g_strv_contains ((const char *const *) keys, node->key))
        {
          best = distance;
          nearest = (int) i;
        }
    }
  return nearest >= 0 ? g_strdup (tl_scene_get_node (scene, nearest)->key) : NULL;
}

void
tl_blueprint_editor_delete (TlBlueprintEditor *self)
{
  g_autoptr(GPtrArray) records = tl_blueprint_editor_list_selected (self);
  gboolean had_focus = tl_focus_is_within (GTK_WIDGET (self->canvas));
  g_autofree char *neighbour = had_focus ? find_neighbour (self) : NULL;
  guint n = count_elements (records);
  g_autofree char *text = NULL;

  if (records->len == 0)
    return;
  tl_history_close_entry (tl_project_get_history (self->project));
  tl_blueprint_remove (self->service, (TlRecord *const *) records->pdata, records->len);
  tl_blueprint_editor_refresh (self);
  if (neighbour != NULL)
    tl_canvas_focus_node (self->canvas, neighbour);
  text = n > 0 ? g_strdup_printf (ngettext ("%'u element deleted", "%'u elements deleted", n), n)
               : g_strdup_printf (ngettext ("%'u relation deleted", "%'u relations deleted", records->len), records->len);
  tl_blueprint_editor_toast (self, text, TRUE);
}
