/* tl-canvas-fixture.c: a canvas in a window, for its tests
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "tl-canvas-fixture.h"

#include "tl-test-support.h"

static void
add_line (TlSceneBuilder *builder,
          const TlPoint  *moved,
          int             from,
          int             to)
{
  char key[] = { (char) ('a' + from), '-', (char) ('a' + to), '\0' };
  TlEdge edge = { .from = from, .to = to, .role = TL_ROLE_RELATION, .key = key };
  TlPoint points[] = {
    { from % 3 * FIXTURE_STEP_X + FIXTURE_BOX_WIDTH + moved[from].x,
      from / 3 * FIXTURE_STEP_Y + FIXTURE_BOX_HEIGHT / 2 + moved[from].y },
    { to % 3 * FIXTURE_STEP_X + moved[to].x, to / 3 * FIXTURE_STEP_Y + FIXTURE_BOX_HEIGHT / 2 + moved[to].y },
  };

  tl_scene_builder_edge (builder, &edge, points, 2);
}

static TlScene *
create_scene (guint16        flags,
              const TlPoint *moved)
{
  static const char *const keys[] = { "a", "b", "c", "d", "e", "f" };
  static const char *const titles[] = { "Alpha", "Bravo", "Charlie", "Delta", "Echo", "Foxtrot" };
  TlSceneBuilder *builder = tl_scene_builder_new ("Six boxes");

  for (int i = 0; i < 6; i++)
    {
      TlNode node = {
        .key = keys[i],
        .title = titles[i],
        .value = i == 0 ? "3" : NULL,
        .description = i == 0 ? "Connected to Bravo" : NULL,
        .bounds = { i % 3 * FIXTURE_STEP_X + moved[i].x, i / 3 * FIXTURE_STEP_Y + moved[i].y,
                    FIXTURE_BOX_WIDTH, FIXTURE_BOX_HEIGHT },
        .parent = -1,
        .flags = TL_NODE_ACTIVE | flags | (i == 3 ? TL_NODE_DEEPER : 0),
        .shape = TL_SHAPE_BOX,
        .role = TL_ROLE_COMPONENT,
        .heat = -1,
      };

      tl_scene_builder_node (builder, &node);
    }
  add_line (builder, moved, 0, 1);
  add_line (builder, moved, 4, 5);

  return tl_scene_builder_end (builder);
}

TlScene *
canvas_fixture_create_scene (void)
{
  const TlPoint moved[6] = { { 0, 0 } };

  return create_scene (0, moved);
}

static void
activate_cb (TlCanvas      *canvas,
             const char    *key,
             CanvasFixture *self)
{
  g_free (self->activated);
  self->activated = g_strdup (key);
  self->n_activated++;
}

static void
go_back_cb (TlCanvas      *canvas,
            CanvasFixture *self)
{
  self->n_back++;
}

static void
menu_cb (TlCanvas      *canvas,
         const char    *key,
         double         x,
         double         y,
         CanvasFixture *self)
{
  g_free (self->menu);
  self->menu = g_strdup (key != NULL ? key : "");
  self->n_menus++;
}

static void
selected_cb (TlCanvas      *canvas,
             GParamSpec    *property,
             CanvasFixture *self)
{
  self->n_selected++;
}

static void
selection_cb (TlCanvas      *canvas,
              CanvasFixture *self)
{
  self->n_selections++;
}

/* Does what is asked for, as a page would. */
static void
move_cb (TlCanvas      *canvas,
         double         dx,
         double         dy,
         CanvasFixture *self)
{
  g_auto (GStrv) keys = tl_canvas_list_selected_keys (canvas);

  self->asked = (TlPoint) { dx, dy };
  self->n_moves++;
  if (self->deaf)
    return;

  for (guint i = 0; keys[i] != NULL; i++)
    if (keys[i][1] == '\0')
      {
        self->moved[keys[i][0] - 'a'].x += dx;
        self->moved[keys[i][0] - 'a'].y += dy;
      }
  canvas_fixture_update (self);
}

static void
nudge_cb (TlCanvas      *canvas,
          double         dx,
          double         dy,
          CanvasFixture *self)
{
  self->asked = (TlPoint) { dx, dy };
  self->n_nudges++;
}

static void
add_cb (TlCanvas      *canvas,
        double         x,
        double         y,
        CanvasFixture *self)
{
  self->asked = (TlPoint) { x, y };
  self->n_adds++;
}

static void
rename_cb (TlCanvas      *canvas,
           const char    *key,
           CanvasFixture *self)
{
  g_free (self->renamed);
  self->renamed = g_strdup (key);
}

static void
connect_cb (TlCanvas      *canvas,
            const char    *from,
            const char    *to,
            CanvasFixture *self)
{
  g_free (self->connected);
  self->connected = g_strdup_printf ("%s %s", from, to);
}

static void
connect_to_empty_cb (TlCanvas      *canvas,
                     const char    *from,
                     double         x,
                     double         y,
                     CanvasFixture *self)
{
  g_free (self->connected);
  self->connected = g_strdup (from);
  self->asked = (TlPoint) { x, y };
}

static void
resize_cb (TlCanvas      *canvas,
           const char    *key,
           const TlRect  *bounds,
           CanvasFixture *self)
{
  self->resized = *bounds;
  self->n_resizes++;
}

static void
delete_cb (TlCanvas      *canvas,
           CanvasFixture *self)
{
  self->n_deletes++;
}

void
canvas_fixture_update (CanvasFixture *self)
{
  canvas_fixture_update_by (self, TL_SCENE_TRANSITION_UPDATE);
}

void
canvas_fixture_update_by (CanvasFixture    *self,
                          TlSceneTransition transition)
{
  g_autoptr (TlScene) scene = create_scene (TL_NODE_MOVABLE | TL_NODE_CONNECTABLE | TL_NODE_RESIZABLE, self->moved);

  tl_canvas_set_scene (self->canvas, scene, transition, NULL);
}

void
canvas_fixture_make_editable (CanvasFixture *self)
{
  g_signal_connect (self->canvas, "selection-changed", G_CALLBACK (selection_cb), self);
  g_signal_connect (self->canvas, "move-nodes", G_CALLBACK (move_cb), self);
  g_signal_connect (self->canvas, "nudge-nodes", G_CALLBACK (nudge_cb), self);
  g_signal_connect (self->canvas, "connect-nodes", G_CALLBACK (connect_cb), self);
  g_signal_connect (self->canvas, "connect-to-empty", G_CALLBACK (connect_to_empty_cb), self);
  g_signal_connect (self->canvas, "resize-node", G_CALLBACK (resize_cb), self);
  g_signal_connect (self->canvas, "add-at", G_CALLBACK (add_cb), self);
  g_signal_connect (self->canvas, "rename-node", G_CALLBACK (rename_cb), self);
  g_signal_connect (self->canvas, "delete-nodes", G_CALLBACK (delete_cb), self);
  canvas_fixture_update (self);
  tl_canvas_set_editable (self->canvas, TRUE);
  canvas_fixture_settle (self);
}

gboolean
canvas_fixture_has_selected (CanvasFixture *self,
                             const char    *keys)
{
  g_auto (GStrv) list = tl_canvas_list_selected_keys (self->canvas);
  g_autofree char *joined = g_strjoinv (" ", list);

  return g_str_equal (joined, keys);
}

void
canvas_fixture_settle (CanvasFixture *self)
{
  tl_test_wait_for (gtk_widget_get_width (GTK_WIDGET (self->canvas)) > 0 && tl_canvas_is_settled (self->canvas));
}

void
canvas_fixture_set_up (CanvasFixture *self,
                       gconstpointer  data)
{
  g_autoptr (TlScene) scene = canvas_fixture_create_scene ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *button = gtk_button_new_with_label ("Before");

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
  self->window = gtk_window_new ();
  gtk_window_set_decorated (GTK_WINDOW (self->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (self->window), 900, 620);
  self->canvas = TL_CANVAS (tl_canvas_new ());
  gtk_widget_set_margin_start (GTK_WIDGET (self->canvas), 37);
  gtk_widget_set_vexpand (GTK_WIDGET (self->canvas), TRUE);
  gtk_box_append (GTK_BOX (box), button);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->canvas));
  gtk_window_set_child (GTK_WINDOW (self->window), box);

  g_signal_connect (self->canvas, "activate-node", G_CALLBACK (activate_cb), self);
  g_signal_connect (self->canvas, "go-back", G_CALLBACK (go_back_cb), self);
  g_signal_connect (self->canvas, "context-menu", G_CALLBACK (menu_cb), self);
  g_signal_connect (self->canvas, "notify::selected-key", G_CALLBACK (selected_cb), self);

  tl_canvas_set_scene (self->canvas, scene, TL_SCENE_TRANSITION_NONE, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
  canvas_fixture_settle (self);
  self->pointer = tl_test_pointer_new ();
  if (self->pointer != NULL)
    tl_test_pointer_focus (self->pointer, GTK_WINDOW (self->window));
}

/* The window, and with it the canvas, must go when the test lets go of it. */
void
canvas_fixture_tear_down (CanvasFixture *self,
                          gconstpointer  data)
{
  GtkWidget *canvas = GTK_WIDGET (g_object_ref (self->canvas));

  gtk_window_destroy (GTK_WINDOW (self->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (canvas);
  g_clear_pointer (&self->pointer, tl_test_pointer_free);
  g_free (self->activated);
  g_free (self->menu);
  g_free (self->renamed);
  g_free (self->connected);
}

TlPoint
canvas_fixture_locate (CanvasFixture *self,
                       const char    *key)
{
  TlScene *scene = tl_canvas_get_scene (self->canvas);
  const TlNode *node = tl_scene_get_node (scene, (guint) tl_scene_find (scene, key));
  TlPoint middle = { node->bounds.x + node->bounds.width / 2, node->bounds.y + node->bounds.height / 2 };

  return tl_canvas_to_widget (self->canvas, &middle);
}

/* NULL until the last change has been drawn. */
static GskRenderNode *
create_render_node (CanvasFixture *self)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (self->window),
                          gtk_widget_get_height (self->window));

  return gtk_snapshot_free_to_node (snapshot);
}

guint32 *
canvas_fixture_render (CanvasFixture *self,
                       int           *width,
                       int           *height)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  double x, y;
  graphene_rect_t area;
  guint32 *pixels;

  tl_test_wait_for ((node = create_render_node (self)) != NULL);
  *width = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  *height = gtk_widget_get_height (GTK_WIDGET (self->canvas));
  g_assert_true (gtk_widget_translate_coordinates (GTK_WIDGET (self->canvas), self->window, 0, 0, &x, &y));
  area = GRAPHENE_RECT_INIT ((float) x, (float) y, (float) *width, (float) *height);
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (self->window)), node, &area);
  pixels = g_new (guint32, (gsize) *width * (gsize) *height);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) *width * 4);

  return pixels;
}

int
canvas_run (int    *argc,
            char ***argv,
            void  (*add_tests) (void))
{
  g_test_init (argc, argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return 0;
    }
  add_tests ();
  return g_test_run ();
}
