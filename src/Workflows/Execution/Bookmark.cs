using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>
/// A place where an instance waits. Burnt by the very transition that consumes it, so that nothing resumes twice.
/// </summary>
/// <param name="Id">"{instance}-{sequence}-{index}": the same history gives the same id again.</param>
/// <param name="Name">Kind of wait, for example <c>Elsa.Event</c>; a stimulus must match it and, where there is one, <paramref name="Key"/>.</param>
/// <param name="DueAt">The instant (UTC) at which a timer resumes it, or null.</param>
public sealed record Bookmark(
    string Id, string Name, string? Key, string ActivityId, string ActivityInstanceId, JsonObject? Payload, DateTime? DueAt)
{
    /// <summary>
    /// The number of child instances that must finish before this bookmark is resumed; 0 when it does not wait for children.
    /// The children carry the bookmark's id in <see cref="StartChild.WaitBookmarkId"/>.
    /// </summary>
    public int Children { get; init; }

    /// <summary>
    /// Set where the node hears of every child by itself: the id that the children carry instead. The node then opens one bookmark after the other, each for
    /// the end of one more child, all with this same id.
    /// </summary>
    public string? EachOf { get; init; }

    /// <summary>What <see cref="EachOf"/> is made of: the id of the first bookmark and this.</summary>
    public const string EachSuffix = "/each";
}
