using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>
/// Work that is too long for one commit, because nobody may hold the writer for more than 50 ms. It is an outbox row: each step does some of it and moves the
/// row's data on in the same commit, so a host that dies in the middle leaves a whole state and another one goes on when its lease is over. What it writes must
/// mean nothing to others before its last step says so.
/// </summary>
public abstract class ChunkedWork
{
    /// <summary>As given to <see cref="CommitSession.EnqueueWorkAsync"/>; never changed, because rows carry it.</summary>
    public abstract string Name { get; }

    /// <summary>Does the next step and returns the data to go on with, or null after the last one.</summary>
    public abstract ValueTask<JsonObject?> StepAsync(JsonObject data, CommitSession session);
}
