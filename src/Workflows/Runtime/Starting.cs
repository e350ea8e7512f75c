using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;
using CaseMgmt.Workflows.Execution;
using CaseMgmt.Workflows.Storage;

namespace CaseMgmt.Workflows.Runtime;

/// <summary>The first transition of an instance, top-level or child.</summary>
internal static class Starting
{
    public static TransitionRequest Request(
        CompiledDefinition definition, string id, JsonObject input, string? correlationId, string? parentInstanceId, string? fanInId, string actor, CommitServices services,
        string? triggerActivityId = null)
    {
        var now = HistoryChain.Rounded(services.Time.GetUtcNow().UtcDateTime);
        var row = new InstanceRow
        {
            Id = id,
            DefinitionId = definition.DefinitionId,
            DefinitionVersion = definition.Version,
            DefinitionHash = ContentHash.Of(definition.Source),
            CorrelationId = correlationId,
            ParentInstanceId = parentInstanceId,
            FanInId = fanInId,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var state = InstanceState.New(id, definition, correlationId, parentInstanceId);
        return new(id, new Stimulus.Start(input, triggerActivityId), actor)
        {
            New = new Snapshot(row, state, definition),
            Claim = definition.ActivationStrategy == ActivationStrategy.Always ? null : session => ActivateAsync(session, definition, correlationId),
        };
    }

    // The named lock keeps two hosts from starting the same singleton at the same moment.
    private static async ValueTask ActivateAsync(CommitSession session, CompiledDefinition definition, string? correlationId)
    {
        var strategy = definition.ActivationStrategy;
        await session.LockAsync("activation\n" + definition.DefinitionId);
        var running = nameof(WorkflowStatus.Running);
        var others = strategy switch
        {
            ActivationStrategy.Singleton => await session.TopAsync<InstanceRow>(1, $"definition_id = {definition.DefinitionId} and status = {running}"),
            ActivationStrategy.CorrelatedSingleton => await session.TopAsync<InstanceRow>(1, $"definition_id = {definition.DefinitionId} and status = {running} and correlation_id = {correlationId}"),
            _ => await session.TopAsync<InstanceRow>(1, $"correlation_id = {correlationId} and status = {running}"),
        };
        if (others.Count > 0)
        {
            throw new ActivationRefusedException(definition.DefinitionId, others[0].Id);
        }
    }
}

/// <summary>The definition allows one running instance, and there is one.</summary>
public sealed class ActivationRefusedException(string definitionId, string instanceId) : Exception($"{definitionId} allows one running instance, and {instanceId} runs.");
