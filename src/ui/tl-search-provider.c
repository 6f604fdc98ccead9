/* tl-search-provider.c: what the desktop finds in the library
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "ui/tl-search-provider.h"

#include "library/tl-library-hit.h"
#include "library/tl-library.h"

#include <string.h>

#define MAX_RESULTS 20  /* that the shell has room for */
#define MAX_KNOWN   500 /* that are remembered for their names */

struct _TlSearchProvider
{
  GObject          parent_instance;

  TlApplication   *application; /* borrowed */
  GDBusConnection *connection;
  guint            registration;
  GHashTable      *known; /* of TlLibraryHit, by the name of the result */
};

G_DEFINE_FINAL_TYPE (TlSearchProvider, tl_search_provider, G_TYPE_OBJECT)

static const char interface_xml[] =
  "<node>"
  "  <interface name='org.gnome.Shell.SearchProvider2'>"
  "    <method name='GetInitialResultSet'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetSubsearchResultSet'>"
  "      <arg type='as' name='previous_results' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='as' name='results' direction='out'/>"
  "    </method>"
  "    <method name='GetResultMetas'>"
  "      <arg type='as' name='identifiers' direction='in'/>"
  "      <arg type='aa{sv}' name='metas' direction='out'/>"
  "    </method>"
  "    <method name='ActivateResult'>"
  "      <arg type='s' name='identifier' direction='in'/>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "    <method name='LaunchSearch'>"
  "      <arg type='as' name='terms' direction='in'/>"
  "      <arg type='u' name='timestamp' direction='in'/>"
  "    </method>"
  "  </interface>"
  "</node>";

/* Results {{{1 */

/* An address has no space in it. */
static char *
dup_name (const TlLibraryHitFacts *facts)
{
  return facts->what != TL_THING_PROJECT ? g_strconcat (facts->uri, " ", facts->key, NULL) : g_strdup (facts->uri);
}

static GFile *
parse_name (const char  *name,
            const char **key)
{
  const char *space = strchr (name, ' ');
  g_autofree char *uri = space != NULL ? g_strndup (name, space - name) : g_strdup (name);

  *key = space != NULL ? space + 1 : NULL;
  return g_file_new_for_uri (uri);
}

static GVariant *
create_results (TlSearchProvider *self,
                GPtrArray        *hits)
{
  g_auto (GVariantBuilder) names = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));

  if (g_hash_table_size (self->known) > MAX_KNOWN)
    g_hash_table_remove_all (self->known);
  for (guint i = 0; hits != NULL && i < hits->len; i++)
    {
      g_autofree char *name = dup_name (tl_library_hit_get_facts (hits->pdata[i]));

      g_variant_builder_add (&names, "s", name);
      g_hash_table_replace (self->known, g_steal_pointer (&name), g_object_ref (hits->pdata[i]));
    }
  return g_variant_new ("(as)", &names);
}

typedef struct
{
  TlSearchProvider      *provider;
  GDBusMethodInvocation *invocation;
  GApplication          *application; /* does not end meanwhile */
} Inquiry;

/* A library that cannot be asked has nothing; its own window says why. */
static void
answer (Inquiry   *inquiry,
        GPtrArray *hits)
{
  g_dbus_method_invocation_return_value (inquiry->invocation, create_results (inquiry->provider, hits));
  g_application_release (inquiry->application);
  g_object_unref (inquiry->application);
  g_object_unref (inquiry->provider);
  g_free (inquiry);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GPtrArray) hits = tl_library_search_finish (TL_LIBRARY (source), result, NULL);

  answer (user_data, hits);
}

static void
search (TlSearchProvider      *self,
        const char *const     *terms,
        GDBusMethodInvocation *invocation)
{
  g_autofree char *text = g_strjoinv (" ", (char **) terms);
  Inquiry *inquiry = g_new0 (Inquiry, 1);

  inquiry->provider = g_object_ref (self);
  inquiry->invocation = invocation;
  inquiry->application = g_object_ref (G_APPLICATION (self->application));
  g_application_hold (inquiry->application);
  if (tl_library_get_default () != NULL)
    tl_library_search_async (tl_library_get_default (), text, MAX_RESULTS, NULL, found_cb, inquiry);
  else
    answer (inquiry, NULL);
}

/* After the program has ended meanwhile, the file is all that is known of it. */
static char *
dup_title (const char              *name,
           const TlLibraryHitFacts *facts)
{
  g_autoptr (GFile) file = NULL;
  const char *key;

  if (facts != NULL)
    return tl_library_hit_facts_dup_title (facts);
  file = parse_name (name, &key);
  return g_file_get_basename (file);
}

static void
add_meta (TlSearchProvider *self,
          GVariantBuilder  *metas,
          const char       *name)
{
  TlLibraryHit *hit = g_hash_table_lookup (self->known, name);
  const TlLibraryHitFacts *facts = hit != NULL ? tl_library_hit_get_facts (hit) : NULL;
  gboolean is_project = facts != NULL && facts->what == TL_THING_PROJECT;
  g_autoptr (GIcon) icon = g_themed_icon_new (is_project ? TL_APP_ID "-document" : TL_APP_ID);
  g_autofree char *title = dup_title (name, facts);

  g_variant_builder_open (metas, G_VARIANT_TYPE ("a{sv}"));
  g_variant_builder_add (metas, "{sv}", "id", g_variant_new_string (name));
  g_variant_builder_add (metas, "{sv}", "name", g_variant_new_string (title));
  g_variant_builder_add (metas, "{sv}", "icon", g_icon_serialize (icon));
  if (facts != NULL && facts->subtitle != NULL)
    g_variant_builder_add (metas, "{sv}", "description", g_variant_new_string (facts->subtitle));
  g_variant_builder_close (metas);
}

static GVariant *
create_metas (TlSearchProvider  *self,
              const char *const *names)
{
  g_auto (GVariantBuilder) metas = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("aa{sv}"));

  for (guint i = 0; names[i] != NULL && i < MAX_KNOWN; i++)
    add_meta (self, &metas, names[i]);
  return g_variant_new ("(aa{sv})", &metas);
}

/* The interface {{{1 */

static void
activate_result (TlSearchProvider *self,
                 const char       *name)
{
  const char *key;
  g_autoptr (GFile) file = parse_name (name, &key);

  tl_application_open_file_at (self->application, file, key);
}

static void
method_call_cb (GDBusConnection       *connection,
                const char            *sender,
                const char            *path,
                const char            *interface,
                const char            *method,
                GVariant              *parameters,
                GDBusMethodInvocation *invocation,
                gpointer               user_data)
{
  TlSearchProvider *self = user_data;
  g_autofree const char **texts = NULL;

  if (g_str_equal (method, "GetInitialResultSet"))
    {
      g_variant_get (parameters, "(^a&s)", &texts);
      search (self, texts, invocation);
      return;
    }
  if (g_str_equal (method, "GetSubsearchResultSet"))
    {
      g_variant_get (parameters, "(@as^a&s)", NULL, &texts);
      search (self, texts, invocation);
      return;
    }
  if (g_str_equal (method, "GetResultMetas"))
    {
      g_variant_get (parameters, "(^a&s)", &texts);
      g_dbus_method_invocation_return_value (invocation, create_metas (self, texts));
      return;
    }
  if (g_str_equal (method, "ActivateResult"))
    {
      const char *name;

      g_variant_get (parameters, "(&s@asu)", &name, NULL, NULL);
      activate_result (self, name);
    }
  else
    {
      g_autofree char *text = NULL;

      g_variant_get (parameters, "(^a&su)", &texts, NULL);
      text = g_strjoinv (" ", (char **) texts);
      tl_application_search (self->application, text);
    }
  g_dbus_method_invocation_return_value (invocation, NULL);
}

gboolean
tl_search_provider_export (TlSearchProvider  *self,
                           GDBusConnection   *connection,
                           const char        *path,
                           GError           **error)
{
  static const GDBusInterfaceVTable vtable = { method_call_cb };
  g_autoptr (GDBusNodeInfo) node = NULL;

  g_return_val_if_fail (TL_IS_SEARCH_PROVIDER (self), FALSE);
  g_return_val_if_fail (self->registration == 0, FALSE);

  node = g_dbus_node_info_new_for_xml (interface_xml, error);
  if (node == NULL)
    return FALSE;
  self->registration = g_dbus_connection_register_object (connection, path, node->interfaces[0], &vtable, self, NULL,
                                                          error);
  if (self->registration == 0)
    return FALSE;
  g_set_object (&self->connection, connection);
  return TRUE;
}

void
tl_search_provider_unexport (TlSearchProvider *self)
{
  g_return_if_fail (TL_IS_SEARCH_PROVIDER (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}

static void
tl_search_provider_dispose (GObject *object)
{
  tl_search_provider_unexport (TL_SEARCH_PROVIDER (object));

  G_OBJECT_CLASS (tl_search_provider_parent_class)->dispose (object);
}

static void
tl_search_provider_finalize (GObject *object)
{
  g_hash_table_unref (TL_SEARCH_PROVIDER (object)->known);

  G_OBJECT_CLASS (tl_search_provider_parent_class)->finalize (object);
}

static void
tl_search_provider_class_init (TlSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = tl_search_provider_dispose;
  G_OBJECT_CLASS (klass)->finalize = tl_search_provider_finalize;
}

static void
tl_search_provider_init (TlSearchProvider *self)
{
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

TlSearchProvider *
tl_search_provider_new (TlApplication *application)
{
  TlSearchProvider *self = g_object_new (TL_TYPE_SEARCH_PROVIDER, NULL);

  self->application = application;
  return self;
}
