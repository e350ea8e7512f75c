using System.Globalization;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

/// <summary>The context of one activation. Reused by the next one: an activity must not keep it.</summary>
internal sealed class ActivationContext(Advancement advancement) : ActivityContext
{
    private Dictionary<string, JsonNode?>? arguments;

    public ActivityInstance Activity { get; private set; } = null!;

    public CompiledNode Node { get; private set; } = null!;

    public Advancement Advancement { get; } = advancement;

    public override string InstanceId => Advancement.State.InstanceId;

    public override string ActivityInstanceId => ActivityInstance.IdOf(InstanceId, Activity.Number);

    public override string ActivityId => Node.Id;

    public override string ActivityName => Node.DisplayName;

    public override DateTime Now => Advancement.Settings.Now;

    public override string? CorrelationId
    {
        get => Advancement.State.CorrelationId;
        set => Advancement.State.CorrelationId = value;
    }

    public override JsonObject WorkflowInput => Advancement.State.Input;

    public override JsonObject State => Activity.State ??= [];

    /// <summary>This activity is the trigger that started the instance, so it completes instead of waiting.</summary>
    public bool IsTrigger => Advancement.TriggerActivityId == Node.Id && Advancement.TriggerIsFresh;

    public ActivationContext For(ActivityInstance activity, CompiledNode node)
    {
        (Activity, Node, arguments, ChosenOutcomes) = (activity, node, null, null);
        return this;
    }

    public override JsonNode? Input(string name) => Node.Inputs.TryGetValue(name, out var input) ? Evaluate(input, name) : null;

    /// <summary>A condition; a constant one costs nothing.</summary>
    public bool Flag(string name) => Node.Inputs.TryGetValue(name, out var input) && Test(input, name);

    public bool Test(CompiledInput input, string name) =>
        input is CompiledInput.Constant constant ? constant.Flag == true : TypeNames.AsBoolean(Evaluate(input, name)) == true;

    /// <summary>An input as text; a constant one costs nothing.</summary>
    public string? ReadText(string name) =>
        Node.Inputs.TryGetValue(name, out var input) && input is CompiledInput.Constant { Text: { } text } ? text : Text(name);

    public JsonNode? Evaluate(CompiledInput input, string name)
    {
        if (input is CompiledInput.Constant)
        {
            return input.Evaluate(this);
        }

        try
        {
            return TypeNames.Convert(input.TypeName, input.Evaluate(this));
        }
        catch (Exception problem) when (problem is not InputException)
        {
            throw new InputException(name, problem);
        }
    }

    /// <summary>Evaluates an input that sees further names, such as Item.</summary>
    public JsonNode? Input(string name, Dictionary<string, JsonNode?> further)
    {
        arguments = further;
        var value = Input(name);
        arguments = null;
        return value;
    }

    public Dictionary<string, JsonNode?>? Arguments => arguments;

    public override JsonNode? GetVariable(string name) => ReadVariable(null, name)?.DeepClone();

    public override void SetVariable(string name, JsonNode? value) => Advancement.Variables.Write(Activity, null, name, Own(value));

    public JsonNode? ReadVariable(string? id, string? name) => Advancement.Variables.Read(Activity, id, name);

    public void WriteVariable(string? id, string? name, JsonNode? value) => Advancement.Variables.Write(Activity, id, name, Own(value));

    /// <summary>Outcomes that a script chose for its activity.</summary>
    public List<string>? ChosenOutcomes { get; set; }

    /// <summary>An output of the workflow, or of the workflow used as an activity, that this activity stands in.</summary>
    public void SetWorkflowOutput(string name, JsonNode? value)
    {
        if (CompositeWhere(used => used.HasOutput(name)) is not { } composite)
        {
            Advancement.State.SetOutput(name, Own(value));
            return;
        }

        var inside = new ActivationContext(Advancement).For(composite, Advancement.Definition.Nodes[composite.Node]);
        inside.WriteVariable(null, name, value?.DeepClone());
        inside.SetOutput(name, value);
    }

    /// <summary>An input of the workflow, or of the workflow used as an activity, that this activity stands in.</summary>
    public JsonNode? ReadInput(string name) =>
        ChildEnd()?[name] ?? (Composite is { } composite ? composite.State?["input"]?[name] : Advancement.State.Input[name]);

    // Inside a port that runs for the end of one child, what the child brought is input.
    private JsonObject? ChildEnd()
    {
        for (var scope = Activity; scope is { Owner: { } owner }; scope = owner)
        {
            if (Advancement.Definition.Nodes[owner.Node].Activity is BulkDispatchWorkflows)
            {
                return BulkDispatchWorkflows.EndOf(owner, scope);
            }
        }

        return null;
    }

    private ActivityInstance? Composite => CompositeWhere(_ => true);

    private ActivityInstance? CompositeWhere(Func<WorkflowAsActivity, bool> matches)
    {
        for (var scope = Activity.Owner; scope is { Owner: not null }; scope = scope.Owner)
        {
            if (Advancement.Definition.Nodes[scope.Node].Activity is WorkflowAsActivity used && matches(used))
            {
                return scope;
            }
        }

        return null;
    }

    public JsonNode? ReadOutput(string activity, string? output) => Advancement.Outputs.Read(activity, output);

    public override void SetOutput(string name, JsonNode? value)
    {
        var camel = InputCompiler.Camel(name);
        if (Node.Bindings.TryGetValue(camel, out var variable))
        {
            // A workflow used as an activity has variables of its own; what it is bound to lies outside.
            Advancement.Variables.Write(Node.Activity is WorkflowAsActivity ? Activity.Owner! : Activity, variable.Id, variable.Name, value);
        }

        Advancement.Outputs.Write(Node, name, value);
    }

    public override string Wait(string name, string? key = null, JsonObject? payload = null) => Advancement.OpenBookmark(this, name, key, payload, null, 0, false);

    public override string WaitUntil(DateTime dueAt, string name = "Timer") =>
        Advancement.OpenBookmark(this, name, dueAt.ToString("O", CultureInfo.InvariantCulture), null, dueAt, 0, false);

    public string WaitForChildren(string name, int children, bool quiet) => Advancement.OpenBookmark(this, name, null, null, null, children, quiet);

    /// <summary>Waits for the end of the next of so many children; returns the id that the children carry.</summary>
    /// <param name="eachOf">What the first call returned, or null for the first.</param>
    public string WaitForEachChild(string name, int children, string? eachOf) => Advancement.OpenForEachChild(this, name, children, eachOf);

    public override void Emit(Effect effect) => Advancement.AddEffect(this, effect);

    public void Schedule(CompiledNode child, Dictionary<string, JsonNode?>? variables = null) => Advancement.Schedule(Activity, child, variables);

    // A node that already hangs in another tree cannot be stored twice.
    private static JsonNode? Own(JsonNode? value) => value?.Parent is null ? value : value.DeepClone();
}

/// <summary>An input could not be evaluated. Its message is the one Elsa writes; the reason is the inner exception.</summary>
public sealed class InputException(string input, Exception inner) : Exception($"Failed to evaluate activity input '{input}'", inner);
