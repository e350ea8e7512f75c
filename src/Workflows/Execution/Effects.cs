using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>
/// Starts an instance of another definition. With <paramref name="WaitBookmarkId"/> its end counts towards that bookmark of the parent, which
/// is resumed when <see cref="Bookmark.Children"/> of them have ended, or by each of them (<see cref="Bookmark.EachOf"/>); payload then: see <see cref="ChildResult"/>.
/// </summary>
/// <param name="Version">Null for the published version.</param>
/// <param name="UntilRest">The parent is resumed as soon as the child waits for something, with what it is then; or with its end, if it does not wait.</param>
public sealed record StartChild(
    string DefinitionId, int? Version, JsonObject Input, string? CorrelationId, string? WaitBookmarkId, bool UntilRest = false) : Effect;

/// <summary>Delivers a stimulus to whoever waits for it by name and key.</summary>
/// <param name="CorrelationId">Restricts it to instances with this correlation, or null for all.</param>
/// <param name="LocalInstanceId">Restricts it to one instance, or null.</param>
public sealed record PublishStimulus(
    string Name, string? Key, JsonNode? Payload, string? CorrelationId = null, string? LocalInstanceId = null) : Effect;

/// <summary>
/// Calls a host of the allow-list after the commit; the answer comes back as a resume of <paramref name="BookmarkId"/> with
/// payload { StatusCode, Headers, Body } or { Error }.
/// </summary>
public sealed record SendHttpRequest(
    string BookmarkId, string Method, string Url, JsonObject Headers, string? ContentType, string? Body) : Effect;

/// <summary>What the end of one child, or of the last of many, brings to the waiting parent.</summary>
public static class ChildResult
{
    /// <summary>Present where the child was at rest after its first transition.</summary>
    public const string AtOnce = "atOnce";

    /// <summary>The payload of the resume for one child, named as Elsa names it so that expressions of its definitions keep working.</summary>
    public static JsonObject Of(string instanceId, string? correlationId, WorkflowStatus status, WorkflowSubStatus subStatus, JsonObject output) => new()
    {
        ["WorkflowDefinitionVersionId"] = null,
        ["WorkflowInstanceId"] = instanceId,
        ["CorrelationId"] = correlationId,
        ["Status"] = (int)status,
        ["SubStatus"] = (int)subStatus,
        ["Output"] = output,
    };

    /// <summary>The payload of the resume when all children of a bulk dispatch have ended.</summary>
    public static JsonObject OfMany(int finished, int faulted) => new() { ["Finished"] = finished, ["Faulted"] = faulted };
}
