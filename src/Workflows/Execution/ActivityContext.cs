using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Execution;

/// <summary>What an activity sees of its instance while it runs, and where it leaves what it asks for.</summary>
public abstract class ActivityContext
{
    public abstract string InstanceId { get; }

    public abstract string ActivityInstanceId { get; }

    /// <summary>Id of the node in the definition.</summary>
    public abstract string ActivityId { get; }

    /// <summary>Display text of the node, or its name.</summary>
    public abstract string ActivityName { get; }

    /// <summary>The instant of this transition, UTC; an argument, never the wall clock.</summary>
    public abstract DateTime Now { get; }

    public abstract string? CorrelationId { get; set; }

    public abstract JsonObject WorkflowInput { get; }

    /// <summary>Private state of this activity instance; saved with the instance.</summary>
    public abstract JsonObject State { get; }

    /// <summary>Evaluates an input (expression or literal); the descriptor's default where the definition leaves it out.</summary>
    public abstract JsonNode? Input(string name);

    public string? Text(string name) => Input(name) is { } node
        ? node.GetValueKind() == System.Text.Json.JsonValueKind.String ? node.GetValue<string>() : node.ToJsonString()
        : null;

    public abstract JsonNode? GetVariable(string name);

    public abstract void SetVariable(string name, JsonNode? value);

    /// <summary>Sets an output of this activity and the variable that the definition binds to it.</summary>
    public abstract void SetOutput(string name, JsonNode? value);

    /// <summary>Opens a bookmark and returns its id. <paramref name="key"/> is what a stimulus by name and correlation must match beside the name.</summary>
    public abstract string Wait(string name, string? key = null, JsonObject? payload = null);

    /// <summary>Opens a bookmark that a timer resumes at <paramref name="dueAt"/> (UTC).</summary>
    public abstract string WaitUntil(DateTime dueAt, string name = "Timer");

    public abstract void Emit(Effect effect);
}
