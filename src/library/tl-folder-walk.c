/* tl-folder-walk.c: looks through folders for projects, a folder at a time
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "library/tl-folder-walk.h"

#define SUFFIX ".it4it"
/* Nobody files things deeper; a file system that goes round in circles does. */
#define MAX_DEPTH 32

typedef struct
{
  GFile *file;
  guint  depth;
} Folder;

struct _TlFolderWalk
{
  GQueue folders; /* of Folder, still to be listed */
};

static void
folder_free (Folder *folder)
{
  g_object_unref (folder->file);
  g_free (folder);
}

static void
push (TlFolderWalk *self,
      GFile        *file,
      guint         depth)
{
  Folder *folder = g_new (Folder, 1);

  folder->file = g_object_ref (file);
  folder->depth = depth;
  g_queue_push_tail (&self->folders, folder);
}

static gboolean
is_project_name (const char *name)
{
  gsize length = strlen (name);

  return name[0] != '.' && length > strlen (SUFFIX)
         && g_ascii_strcasecmp (name + length - strlen (SUFFIX), SUFFIX) == 0;
}

static void
take_in (TlFolderWalk *self,
         const Folder *folder,
         GFileInfo    *info,
         GPtrArray    *files)
{
  const char *name = g_file_info_get_name (info);
  GFileType type = g_file_info_get_file_type (info);
  g_autoptr (GFile) child = NULL;

  if (name[0] == '.')
    return;
  child = g_file_get_child (folder->file, name);
  if (type == G_FILE_TYPE_DIRECTORY && folder->depth < MAX_DEPTH)
    push (self, child, folder->depth + 1);
  else if (type != G_FILE_TYPE_DIRECTORY && type != G_FILE_TYPE_SPECIAL && is_project_name (name))
    g_ptr_array_add (files, g_steal_pointer (&child));
}

TlFolderWalk *
tl_folder_walk_new (void)
{
  TlFolderWalk *self = g_new0 (TlFolderWalk, 1);

  g_queue_init (&self->folders);
  return self;
}

void
tl_folder_walk_free (TlFolderWalk *self)
{
  if (self == NULL)
    return;
  g_queue_clear_full (&self->folders, (GDestroyNotify) folder_free);
  g_free (self);
}

void
tl_folder_walk_add (TlFolderWalk *self,
                    GFile        *folder)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_FILE (folder));

  push (self, folder, 0);
}

GFile *
tl_folder_walk_get_next (TlFolderWalk *self)
{
  const Folder *folder;

  g_return_val_if_fail (self != NULL, NULL);

  folder = g_queue_peek_head (&self->folders);
  return folder != NULL ? folder->file : NULL;
}

void
tl_folder_walk_step (TlFolderWalk *self,
                     GPtrArray    *files,
                     GCancellable *cancellable)
{
  Folder *folder = g_queue_pop_head (&self->folders);
  g_autoptr (GFileEnumerator) enumerator = NULL;
  GFileInfo *info = NULL;

  if (folder == NULL)
    return;
  enumerator = g_file_enumerate_children (folder->file,
                                          G_FILE_ATTRIBUTE_STANDARD_NAME "," G_FILE_ATTRIBUTE_STANDARD_TYPE,
                                          G_FILE_QUERY_INFO_NOFOLLOW_SYMLINKS, cancellable, NULL);
  while (enumerator != NULL && g_file_enumerator_iterate (enumerator, &info, NULL, cancellable, NULL) && info != NULL)
    take_in (self, folder, info, files);
  folder_free (folder);
}

gboolean
tl_folder_walk_is_project (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);
  return name != NULL && is_project_name (name);
}
