using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Activities;

/// <summary>A text in both languages of the product.</summary>
public sealed record Label(string Zh, string En);

/// <summary>One input of an activity. <paramref name="Default"/> is applied when a definition leaves the input out, as Elsa Studio does for untouched inputs.</summary>
/// <param name="Name">Elsa's name in PascalCase; the JSON property is its camelCase form.</param>
/// <param name="TypeName">Elsa type name: String, Int32, Boolean, Object, DateTime, ...</param>
/// <param name="UiHint">Elsa Studio's editor: singleline, multiline, dropdown, checkbox, checklist, json-editor, ...</param>
/// <param name="Options">Values of a drop-down, or null.</param>
/// <param name="Wrapped">False for inputs whose JSON is the bare value instead of an expression wrapper.</param>
public sealed record InputDescriptor(
    string Name, string TypeName, Label Label, Label Help, JsonNode? Default = null, string UiHint = "singleline",
    IReadOnlyList<(string Value, Label Label)>? Options = null, bool Wrapped = true)
{
    /// <summary>What may be chosen depends on other inputs of the node: the designer asks for the options when it shows them.</summary>
    public bool DependsOnOthers { get; init; }

    /// <summary>The name that Elsa gave it in an earlier release; files of that time are read too.</summary>
    public string? Formerly { get; init; }
}

/// <summary>One output of an activity.</summary>
public sealed record OutputDescriptor(string Name, string TypeName, Label Label);

/// <summary>What a designer and the compiler know about an activity type.</summary>
/// <param name="TypeName">Elsa's full type name, for example <c>Elsa.FlowDecision</c> or <c>Audit.Handle</c>.</param>
/// <param name="Ports">Names of flow outcomes (sources of connections); dynamic outcomes are computed from inputs.</param>
public sealed record ActivityDescriptor(
    string TypeName, int Version, string Category, Label Label, Label Help, string Icon,
    IReadOnlyList<InputDescriptor> Inputs, IReadOnlyList<OutputDescriptor> Outputs, IReadOnlyList<string> Ports)
{
    /// <summary>True for a node that a person must answer; the checks before publishing ask for its role, form and SLA.</summary>
    public bool IsHuman { get; init; }

    /// <summary>PascalCase names of children that are drawn inside the node, for example Body.</summary>
    public IReadOnlyList<string> EmbeddedPorts { get; init; } = [];

    /// <summary>It holds children and connections of its own.</summary>
    public bool IsContainer { get; init; }

    /// <summary>No outbound port: the branch, or the whole workflow, ends here.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>No inbound port.</summary>
    public bool IsStart { get; init; }

    /// <summary>It may start a workflow: an event, a timer.</summary>
    public bool IsTrigger { get; init; }

    /// <summary>False keeps it out of the palette.</summary>
    public bool IsBrowsable { get; init; } = true;
}
