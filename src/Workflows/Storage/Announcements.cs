namespace CaseMgmt.Workflows.Storage;

/// <summary>
/// Hands out, after a commit, what changed ("case/42", "inbox"). A hint: listeners refetch, and nothing may depend on it.
/// </summary>
public sealed class Announcements
{
    private readonly Lock gate = new();
    private Action<IReadOnlyList<string>>[] listeners = [];

    /// <summary>Listens until the returned object is disposed. The listener must return at once.</summary>
    public IDisposable Listen(Action<IReadOnlyList<string>> listener)
    {
        lock (gate)
        {
            listeners = [.. listeners, listener];
        }

        return new Listening(this, listener);
    }

    /// <summary>Tells the listeners; called after each commit.</summary>
    public void Publish(IReadOnlyList<string> topics)
    {
        foreach (var listener in Volatile.Read(ref listeners))
        {
            listener(topics);
        }
    }

    private sealed class Listening(Announcements owner, Action<IReadOnlyList<string>> listener) : IDisposable
    {
        public void Dispose()
        {
            lock (owner.gate)
            {
                owner.listeners = [.. owner.listeners.Where(each => each != listener)];
            }
        }
    }
}
