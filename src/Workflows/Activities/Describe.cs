using System.Text.Json.Nodes;

namespace CaseMgmt.Workflows.Activities;

/// <summary>Short forms for the descriptors of the engine's own activities.</summary>
internal static class Describe
{
    public static ActivityDescriptor Elsa(string name, string category, string zh, string en, string helpZh, string helpEn, string icon, params InputDescriptor[] inputs) =>
        new("Elsa." + name, 1, category, new Label(zh, en), new Label(helpZh, helpEn), icon, inputs, [], ["Done"]);

    public static InputDescriptor Input(string name, string type, string zh, string en, string helpZh, string helpEn, JsonNode? byDefault = null, string uiHint = "singleline") =>
        new(name, type, new Label(zh, en), new Label(helpZh, helpEn), byDefault, uiHint);

    public static InputDescriptor Choice(string name, string zh, string en, string helpZh, string helpEn, string byDefault, params string[] values) =>
        new(name, "String", new Label(zh, en), new Label(helpZh, helpEn), JsonValue.Create(byDefault), "dropdown", [.. values.Select(value => (value, new Label(value, value)))]);

    public static InputDescriptor Bare(InputDescriptor input) => input with { Wrapped = false };

    public static OutputDescriptor Output(string name, string type, string zh, string en) => new(name, type, new Label(zh, en));
}
