/* tl-picture-content.c: a scene on the clipboard, as a picture
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-picture-content.h"

#include "diagram/tl-render.h"

#define MARGIN 16
#define SCALE  2 /* of what is made of pixels: to be seen on any screen, and on paper */

struct _TlPictureContent
{
  GdkContentProvider    parent_instance;

  TlScene              *scene;
  PangoFontDescription *font;
};

G_DEFINE_FINAL_TYPE (TlPictureContent, tl_picture_content, GDK_TYPE_CONTENT_PROVIDER)

#define SVG "image/svg+xml"
#define PNG "image/png"

static GdkContentFormats *
tl_picture_content_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, SVG);
  gdk_content_formats_builder_add_mime_type (builder, PNG);
  return gdk_content_formats_builder_free_to_formats (builder);
}

/* A part of one asynchronous writing. */
typedef struct
{
  TlRenderFormat  format;
  GOutputStream  *stream;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_object_unref (writing->stream);
  g_free (writing);
}

static void
write_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  TlPictureContent *self = source;
  Writing *writing = data;
  TlRenderOptions options = {
    .format = writing->format,
    .palette = TL_PALETTE_LIGHT,
    .font = self->font,
    .scale = writing->format == TL_RENDER_PNG ? SCALE : 1,
    .margin = MARGIN,
  };
  GError *error = NULL;
  g_autoptr(GBytes) bytes = tl_render_to_bytes (self->scene, &options, &error);

  if (bytes != NULL
      && g_output_stream_write_all (writing->stream, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL,
                                    cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
tl_picture_content_write_mime_type_async (GdkContentProvider  *provider,
                                          const char          *mime_type,
                                          GOutputStream       *stream,
                                          int                  io_priority,
                                          GCancellable        *cancellable,
                                          GAsyncReadyCallback  callback,
                                          gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (provider, cancellable, callback, user_data);
  Writing *writing = g_new (Writing, 1);

  writing->format = g_str_equal (mime_type, PNG) ? TL_RENDER_PNG : TL_RENDER_SVG;
  writing->stream = g_object_ref (stream);
  g_task_set_source_tag (task, tl_picture_content_write_mime_type_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, writing, writing_free);
  g_task_run_in_thread (task, write_thread);
}

static gboolean
tl_picture_content_write_mime_type_finish (GdkContentProvider  *provider,
                                           GAsyncResult        *result,
                                           GError             **error)
{
  g_return_val_if_fail (g_task_is_valid (result, provider), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
tl_picture_content_finalize (GObject *object)
{
  TlPictureContent *self = TL_PICTURE_CONTENT (object);

  tl_scene_unref (self->scene);
  pango_font_description_free (self->font);

  G_OBJECT_CLASS (tl_picture_content_parent_class)->finalize (object);
}

static void
tl_picture_content_class_init (TlPictureContentClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = tl_picture_content_finalize;
  provider_class->ref_formats = tl_picture_content_ref_formats;
  provider_class->write_mime_type_async = tl_picture_content_write_mime_type_async;
  provider_class->write_mime_type_finish = tl_picture_content_write_mime_type_finish;
}

static void
tl_picture_content_init (TlPictureContent *self)
{
}

GdkContentProvider *
tl_picture_content_new (TlScene                    *scene,
                        const PangoFontDescription *font)
{
  TlPictureContent *self;

  g_return_val_if_fail (scene != NULL && font != NULL, NULL);

  self = g_object_new (TL_TYPE_PICTURE_CONTENT, NULL);
  self->scene = tl_scene_ref (scene);
  self->font = pango_font_description_copy (font);
  return GDK_CONTENT_PROVIDER (self);
}
