using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

internal sealed partial class Advancement
{
    private readonly List<Effect> effects = [];
    private readonly List<Bookmark> opened = [];
    private readonly List<string> burnt = [];
    private readonly List<string> console = [];
    private HashSet<string>? quiet;
    private int lastIndex;

    public void WriteLine(string text) => console.Add(text);

    /// <param name="isQuiet">A wait that is over before anybody looks, as for a child that runs to its end at once, leaves no Suspended line.</param>
    public string OpenBookmark(ActivationContext from, string name, string? key, JsonObject? payload, DateTime? dueAt, int children, bool isQuiet)
    {
        var own = payload?.Parent is null ? payload : (JsonObject)payload.DeepClone();
        var bookmark = new Bookmark(NextId(), name, key, from.Node.Id, from.ActivityInstanceId, own, dueAt) { Children = children };
        opened.Add(bookmark);
        State.OpenBookmarks.Add(bookmark);
        if (isQuiet)
        {
            (quiet ??= []).Add(bookmark.Id);
        }

        return bookmark.Id;
    }

    public string OpenForEachChild(ActivationContext from, string name, int children, string? eachOf)
    {
        var id = NextId();
        var bookmark = new Bookmark(id, name, null, from.Node.Id, from.ActivityInstanceId, null, null) { Children = children, EachOf = eachOf ?? id + Bookmark.EachSuffix };
        opened.Add(bookmark);
        State.OpenBookmarks.Add(bookmark);
        return bookmark.EachOf;
    }

    public void AddEffect(ActivationContext from, Effect effect) => effects.Add(effect with
    {
        Id = NextId(),
        InstanceId = State.InstanceId,
        ActivityId = from.Node.Id,
        ActivityInstanceId = from.ActivityInstanceId,
    });

    private string NextId() => string.Create(CultureInfo.InvariantCulture, $"{State.InstanceId}-{State.Sequence}-{++lastIndex}");

    private (int Opened, int Effects, int Queue, int Console) Mark() => (opened.Count, effects.Count, queue.Count, console.Count);

    // An activity that failed has asked for nothing; the ids it used up stay used, which keeps them derivable.
    private void Rewind((int Opened, int Effects, int Queue, int Console) mark, ActivityInstance activity)
    {
        for (var index = opened.Count - 1; index >= mark.Opened; index--)
        {
            State.OpenBookmarks.Remove(opened[index]);
        }

        opened.RemoveRange(mark.Opened, opened.Count - mark.Opened);
        effects.RemoveRange(mark.Effects, effects.Count - mark.Effects);
        console.RemoveRange(mark.Console, console.Count - mark.Console);
        var keep = queue.Take(mark.Queue).ToList();
        if (keep.Count < queue.Count)
        {
            activity.Queued -= queue.Skip(mark.Queue).Count(work => work.Owner == activity);
            queue.Clear();
            keep.ForEach(queue.Enqueue);
        }
    }

    private bool OpenedLoudly(int before)
    {
        for (var index = before; index < opened.Count; index++)
        {
            if (quiet?.Contains(opened[index].Id) != true)
            {
                return true;
            }
        }

        return false;
    }

    private bool HasBookmark(ActivityInstance activity)
    {
        if (State.OpenBookmarks.Count == 0)
        {
            return false;
        }

        var id = ActivityInstance.IdOf(State.InstanceId, activity.Number);
        return State.OpenBookmarks.Exists(bookmark => bookmark.ActivityInstanceId == id);
    }

    /// <summary>Burns every bookmark of an activity instance that ends.</summary>
    private void BurnAll(ActivityInstance activity)
    {
        if (State.OpenBookmarks.Count == 0)
        {
            return;
        }

        var id = ActivityInstance.IdOf(State.InstanceId, activity.Number);
        for (var index = State.OpenBookmarks.Count - 1; index >= 0; index--)
        {
            if (State.OpenBookmarks[index].ActivityInstanceId == id)
            {
                Burn(State.OpenBookmarks[index]);
            }
        }
    }

    // A bookmark that was opened and burnt within one transition never existed for the outside.
    private void Burn(Bookmark bookmark)
    {
        State.OpenBookmarks.Remove(bookmark);
        if (!opened.Remove(bookmark))
        {
            burnt.Add(bookmark.Id);
        }
    }

    /// <summary>Something came back for a bookmark.</summary>
    public void Resume(Bookmark bookmark, JsonNode? payload)
    {
        var activity = State.FindActivity(ActivityInstance.NumberOf(State.InstanceId, bookmark.ActivityInstanceId))!;
        var node = Definition.Nodes[activity.Node];
        Burn(bookmark);
        if ((payload as JsonObject)?["inline"] is null)
        {
            Log(activity, node, LogKind.Resumed);
        }

        if (bookmark.Name == RetryBookmark)
        {
            RunAgain(activity);
        }
        else
        {
            var before = opened.Count;
            Apply(activity, node, Call(activity, node, new BookmarkResume(bookmark.Id, bookmark.Name, payload)), before);
        }

        Drain();
    }

    public Transition Finish()
    {
        if (State.Status == WorkflowStatus.Running)
        {
            State.SubStatus = WorkflowSubStatus.Suspended;
        }

        return new Transition(State)
        {
            Log = log,
            Effects = effects,
            Opened = opened,
            BurntBookmarkIds = burnt,
            Console = console,
            Incidents = (IReadOnlyList<Incident>?)raised ?? [],
            ClosedIncidents = (IReadOnlyList<string>?)closed ?? [],
            EndedScopes = (IReadOnlyList<ScopedVariable>?)endedScopes ?? [],
        };
    }
}
