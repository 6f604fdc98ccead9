/* test-clip.c: what is copied, and what comes back of it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "store/tl-clip.h"

#include "project/tl-blueprint.h"
#include "project/tl-element.h"
#include "project/tl-own-kind.h"
#include "project/tl-property.h"
#include "project/tl-relation.h"
#include "project/tl-service.h"
#include "project/tl-use.h"
#include "store/tl-problem.h"
#include "store/tl-reader.h"

#include <string.h>

#define NAMESPACE "urn:throughline:project:1"
#define HEAD "<?throughline-elements version=\"1\" edition=\"2.1\" project=\"p\" service=\"s1\"?>\n"

static const char bank[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<project xmlns=\"" NAMESPACE "\" xmlns:v=\"urn:v\" id=\"bank\" edition=\"2.1\" name=\"Bank\">\n"
  "  <services>\n"
  "    <service id=\"s1\" name=\"Payments\">\n"
  "      <conceptual>\n"
  "        <element id=\"c\" kind=\"capability\" name=\"Pay &amp; go\" x=\"8\" y=\"16\" v:mood=\"good\">\n"
  "          <property name=\"tier\">gold</property>\n"
  "        </element>\n"
  "      </conceptual>\n"
  "      <logical>\n"
  "        <element id=\"l\" kind=\"logical-component\" name=\"Checkout\"/>\n"
  "        <element id=\"m\" kind=\"logical-component\"/>\n"
  "      </logical>\n"
  "      <realized>\n"
  "        <element id=\"k\" kind=\"robot\" name=\"Robbie\"/>\n"
  "      </realized>\n"
  "      <relations>\n"
  "        <relation id=\"r1\" kind=\"realized-by\" from=\"c\" to=\"l\"/>\n"
  "        <relation id=\"r2\" kind=\"realized-by\" from=\"c\" to=\"m\"/>\n"
  "        <relation id=\"r3\" kind=\"realized-by\" from=\"l\" to=\"g\"/>\n"
  "      </relations>\n"
  "    </service>\n"
  "    <service id=\"s2\" name=\"Platform\">\n"
  "      <realized>\n"
  "        <element id=\"g\" kind=\"database\" name=\"Shared\"/>\n"
  "      </realized>\n"
  "      <relations>\n"
  "        <relation id=\"q1\" kind=\"realized-by\" from=\"m\" to=\"g\"/>\n"
  "      </relations>\n"
  "    </service>\n"
  "  </services>\n"
  "  <kinds>\n"
  "    <kind id=\"robot\" name=\"Robot\" like=\"device\"/>\n"
  "  </kinds>\n"
  "</project>\n";

static TlProject *
open_bank (void)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static (bank, strlen (bank));
  g_autoptr(GError) error = NULL;
  TlProject *project = tl_reader_read_bytes (bytes, "bank", TL_READ_STRICT, NULL, &error);

  g_assert_no_error (error);
  return project;
}

/* Ids, ended by NULL. */
static GBytes *
copy (TlProject         *project,
      gboolean           is_cut,
      const char *const *ids)
{
  g_autoptr(GPtrArray) records = g_ptr_array_new ();

  for (; *ids != NULL; ids++)
    g_ptr_array_add (records, tl_project_lookup (project, *ids));
  return tl_clip_write (tl_project_lookup (project, "s1"), (TlRecord *const *) records->pdata, records->len, is_cut);
}

static TlClip *
read_back (GBytes *bytes)
{
  g_autoptr(GError) error = NULL;
  TlClip *clip = tl_clip_read (bytes, &error);

  g_assert_no_error (error);
  return clip;
}

static TlRecord *
find (TlClip     *clip,
      const char *id)
{
  for (guint i = 0; i < clip->records->len; i++)
    if (g_strcmp0 (tl_record_get_id (clip->records->pdata[i]), id) == 0)
      return clip->records->pdata[i];
  return NULL;
}

static void
test_copy (void)
{
  g_autoptr(TlProject) project = open_bank ();
  g_autoptr(GBytes) bytes = copy (project, FALSE, (const char *const[]) { "l", "c", "k", "c", NULL });
  g_autoptr(TlClip) clip = read_back (bytes);
  TlRecord *capability = find (clip, "c");

  g_assert_cmpstr (clip->edition, ==, "2.1");
  g_assert_cmpstr (clip->project, ==, "bank");
  g_assert_cmpstr (clip->service, ==, "s1");
  g_assert_cmpuint (clip->records->len, ==, 5);
  g_assert_cmpstr (tl_record_get_name (capability), ==, "Pay & go");
  g_assert_cmpstr (tl_record_get (capability, TL_ELEMENT_Y), ==, "16");
  g_assert_cmpuint (tl_record_get_n_items (capability, TL_ELEMENT_PROPERTIES), ==, 1);
  g_assert_nonnull (strstr (tl_record_get_unknown (capability)->attributes, "mood=\"good\""));
  g_assert_true (TL_IS_OWN_KIND (find (clip, "robot")));
  g_assert_true (TL_IS_RELATION (find (clip, "r1")));
  g_assert_null (find (clip, "r2"));
}

/* What is cut takes its relations along, whoever says them. */
static void
test_cut (void)
{
  g_autoptr(TlProject) project = open_bank ();
  g_autoptr(GBytes) bytes = copy (project, TRUE, (const char *const[]) { "m", NULL });
  g_autoptr(TlClip) clip = read_back (bytes);

  g_assert_cmpuint (clip->records->len, ==, 3);
  g_assert_nonnull (find (clip, "m"));
  g_assert_nonnull (find (clip, "r2"));
  g_assert_nonnull (find (clip, "q1"));
}

static void
test_guest (void)
{
  g_autoptr(TlProject) project = open_bank ();
  g_autoptr(GBytes) bytes = copy (project, FALSE, (const char *const[]) { "l", "g", NULL });
  g_autoptr(TlClip) clip = read_back (bytes);
  g_autoptr(GPtrArray) pasted = NULL;
  TlRecord *service = tl_project_lookup (project, "s1");
  g_autoptr(GError) error = NULL;
  guint n_uses = 0;

  g_assert_null (find (clip, "g"));
  g_assert_nonnull (find (clip, "r3"));
  for (guint i = 0; i < clip->records->len; i++)
    if (TL_IS_USE (clip->records->pdata[i]))
      {
        g_assert_cmpstr (tl_record_get (clip->records->pdata[i], TL_USE_OF), ==, "g");
        n_uses++;
      }
  g_assert_cmpuint (n_uses, ==, 1);

  pasted = tl_blueprint_paste (service, clip->records, 0, 0, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (pasted->len, ==, 1);
  g_assert_nonnull (tl_blueprint_find_use (service, tl_project_lookup (project, "g")));
  g_assert_cmpuint (tl_record_get_n_items (service, TL_SERVICE_RELATIONS), ==, 4);
}

static void
test_text (void)
{
  g_autoptr(TlProject) project = open_bank ();
  TlRecord *records[] = {
    tl_project_lookup (project, "c"), tl_project_lookup (project, "r1"), tl_project_lookup (project, "k"),
  };
  g_autofree char *text = tl_clip_write_text (records, 3);

  g_assert_cmpstr (text, ==, "Pay & go\tCapability\nRobbie\tRobot\n");
}

/* Whoever wrote it, there is an error or there are records. */
static const struct
{
  const char  *name;
  const char  *text;
  TlStoreError code;
} hostile[] = {
  { "empty", "", TL_STORE_ERROR_NOT_A_PROJECT },
  { "text", "Hello", TL_STORE_ERROR_NOT_A_PROJECT },
  { "head-only-started", "<?throughline-elements version=\"1\" edition=\"2.1", TL_STORE_ERROR_NOT_A_PROJECT },
  { "head-of-another-version", "<?throughline-elements version=\"2\" edition=\"2.1\" project=\"\" service=\"\"?>",
    TL_STORE_ERROR_NOT_A_PROJECT },
  { "head-alone", HEAD, TL_STORE_ERROR_SYNTAX },
  { "other-root", HEAD "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", TL_STORE_ERROR_NOT_A_PROJECT },
  { "cut-short", HEAD "<fragment xmlns=\"" NAMESPACE "\"><element id=\"a\"", TL_STORE_ERROR_SYNTAX },
  { "without-kind", HEAD "<fragment xmlns=\"" NAMESPACE "\"><element id=\"a\"/></fragment>",
    TL_STORE_ERROR_INVALID_VALUE },
  { "bad-number", HEAD "<fragment xmlns=\"" NAMESPACE "\"><element id=\"a\" kind=\"data\" x=\"wide\"/></fragment>",
    TL_STORE_ERROR_INVALID_VALUE },
  { "doctype", HEAD "<!DOCTYPE x [<!ENTITY a \"b\">]><fragment xmlns=\"" NAMESPACE "\">&a;</fragment>",
    TL_STORE_ERROR_SYNTAX },
};

static void
test_hostile (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new_static (hostile[i].text, strlen (hostile[i].text));
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", hostile[i].name);
      g_assert_null (tl_clip_read (bytes, &error));
      g_assert_error (error, TL_STORE_ERROR, (int) hostile[i].code);
    }
}

static void
append_many (GString    *text,
             const char *what,
             guint       n)
{
  while (n-- > 0)
    g_string_append (text, what);
}

static void
test_limits (void)
{
  GString *deep = g_string_new (HEAD "<fragment xmlns=\"" NAMESPACE "\"><element id=\"a\" kind=\"data\">");
  GString *large = g_string_new (HEAD "<fragment xmlns=\"" NAMESPACE "\">");
  g_autoptr(GBytes) deep_bytes = NULL;
  g_autoptr(GBytes) large_bytes = NULL;
  g_autoptr(GError) error = NULL;

  append_many (deep, "<x>", 10000);
  deep_bytes = g_string_free_to_bytes (deep);
  g_assert_null (tl_clip_read (deep_bytes, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_LIMIT);
  g_clear_error (&error);

  append_many (large, "<!-- and so on -->", TL_CLIP_MAX_SIZE / 18 + 1);
  g_string_append (large, "</fragment>");
  large_bytes = g_string_free_to_bytes (large);
  g_assert_null (tl_clip_read (large_bytes, &error));
  g_assert_error (error, TL_STORE_ERROR, TL_STORE_ERROR_LIMIT);
}

/* Any byte of it may be another, or missing. */
static void
test_damaged (void)
{
  g_autoptr(TlProject) project = open_bank ();
  g_autoptr(GBytes) bytes = copy (project, FALSE, (const char *const[]) { "l", "c", "k", "g", NULL });
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  for (gsize i = 0; i < size; i++)
    {
      g_autofree char *text = g_memdup2 (data, size);
      g_autoptr(GBytes) damaged = NULL;
      g_autoptr(TlClip) clip = NULL;
      g_autoptr(GError) error = NULL;
      g_autoptr(GPtrArray) pasted = NULL;

      text[i] = (char) g_test_rand_int_range (0, 256);
      damaged = g_bytes_new (text, g_test_rand_bit () ? size : i);
      clip = tl_clip_read (damaged, &error);
      g_assert_cmpint (clip == NULL, ==, error != NULL);
      if (clip != NULL)
        {
          pasted = tl_blueprint_paste (tl_project_lookup (project, "s2"), clip->records, 0, 0, &error);
          g_assert_cmpint (pasted == NULL, ==, error != NULL);
          tl_history_undo (tl_project_get_history (project));
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/store/clip/copy", test_copy);
  g_test_add_func ("/store/clip/cut", test_cut);
  g_test_add_func ("/store/clip/guest", test_guest);
  g_test_add_func ("/store/clip/text", test_text);
  g_test_add_func ("/store/clip/hostile", test_hostile);
  g_test_add_func ("/store/clip/limits", test_limits);
  g_test_add_func ("/store/clip/damaged", test_damaged);
  return g_test_run ();
}
