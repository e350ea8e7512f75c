using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>An activity type as Studio's palette, canvas and property panel want it.</summary>
public static class ActivityJson
{
    private static readonly HashSet<string> Containers = ["Elsa.Flowchart", "Elsa.Sequence", "Elsa.Parallel", "Elsa.Workflow"];
    private static readonly Dictionary<string, Label> PortLabels = new(StringComparer.Ordinal)
    {
        ["Done"] = new("完成", "Done"), ["True"] = new("是", "True"), ["False"] = new("否", "False"), ["Default"] = new("默认", "Default"),
        ["Body"] = new("循环体", "Body"), ["Then"] = new("成立时", "Then"), ["Else"] = new("否则", "Else"), ["Root"] = new("流程", "Root"),
        ["Scheduled"] = new("已安排", "Scheduled"), ["Branches"] = new("分支", "Branches"), ["Due"] = new("到时", "Due"), ["Event"] = new("收到事件", "Event"),
        ["Finished"] = new("全部结束", "Finished"), ["Completed"] = new("全部完成", "Completed"), ["Canceled"] = new("已取消", "Canceled"),
        ["ChildCompleted"] = new("子流程完成时", "Child completed"), ["ChildFaulted"] = new("子流程故障时", "Child faulted"),
        ["Unmatched status code"] = new("其他状态码", "Unmatched status code"), ["Failed to connect"] = new("连接失败", "Failed to connect"), ["Timeout"] = new("超时", "Timeout"),
    };

    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["Branching"] = "分支", ["Looping"] = "循环", ["Flow"] = "流程", ["Composition"] = "子流程", ["Primitives"] = "基本", ["Timers"] = "定时",
        ["Scheduling"] = "定时", ["Scripting"] = "脚本", ["Console"] = "控制台", ["HTTP"] = "网络", ["Http"] = "网络", ["Events"] = "事件",
        ["Workflows"] = "编排", ["Runtime"] = "运行", ["Execution"] = "运行", ["Control"] = "控制",
    };

    public static JsonObject Of(ActivityDescriptor descriptor, string language, bool isBrowsable = true)
    {
        var isEnd = descriptor.TypeName is "Elsa.End";
        var json = Frame(descriptor.TypeName, descriptor.Version, isBrowsable);
        json["category"] = CategoryIn(descriptor.Category, language);
        json["displayName"] = descriptor.Label.In(language);
        json["description"] = descriptor.Help.In(language);
        json["inputs"] = new JsonArray([.. descriptor.Inputs.Select((input, index) => (JsonNode)InputJson.Of(input, index, language))]);
        json["outputs"] = new JsonArray([.. descriptor.Outputs.Select((output, index) => (JsonNode)OutputOf(output, index, language))]);
        json["ports"] = new JsonArray([.. (isEnd ? [] : descriptor.Ports).Select(port => (JsonNode)PortOf(port, language)), .. descriptor.EmbeddedPorts.Select(port => PortOf(port, language, "Embedded"))]);
        json["constructionProperties"] = ConstructionOf(descriptor);
        json["isContainer"] = Containers.Contains(descriptor.TypeName);
        json["isStart"] = descriptor.TypeName is "Elsa.Start";
        json["isTerminal"] = isEnd || (descriptor.Ports.Count == 0 && !Containers.Contains(descriptor.TypeName) && descriptor.TypeName is "Elsa.Finish" or "Elsa.Fault");
        return json;
    }

    // The canvas draws the ports of a node from its own outcomes; a dropped node without them would show "Done", which is none of its ports.
    private static JsonObject ConstructionOf(ActivityDescriptor descriptor) => new(descriptor.Inputs
        .Where(input => input.UiHint == "dynamic-outcomes" && input.Default is not null)
        .Select(input => KeyValuePair.Create(input.Name, (JsonNode?)new JsonObject
        {
            ["typeName"] = input.TypeName, ["expression"] = new JsonObject { ["type"] = "Object", ["value"] = input.Default!.ToJsonString(InputJson.Readable) },
        })));

    /// <summary>Stands for a type and version that this build does not know: without it the canvas comes up empty and the next save loses every node.</summary>
    public static JsonObject Placeholder(string typeName, int version, string language)
    {
        var json = Frame(typeName, version, isBrowsable: false);
        json["category"] = language == "en" ? "Unknown" : "未知";
        json["displayName"] = (language == "en" ? "Unknown: " : "未知活动：") + typeName;
        json["description"] = language == "en" ? "This build does not know the type. The node is kept as it is." : "当前版本没有此活动类型，节点内容原样保留。";
        json["ports"] = new JsonArray(PortOf("Done", language));
        return json;
    }

    /// <summary>The workflow itself; every journal starts with it.</summary>
    public static JsonObject Workflow(string language)
    {
        var json = Frame("Elsa.Workflow", 1, isBrowsable: false);
        json["category"] = "Workflows";
        json["displayName"] = language == "en" ? "Workflow" : "流程";
        json["ports"] = new JsonArray(PortOf("Root", language, "Embedded"));
        json["isContainer"] = true;
        return json;
    }

    private static JsonObject Frame(string typeName, int version, bool isBrowsable)
    {
        var dot = typeName.LastIndexOf('.');
        return new JsonObject
        {
            ["typeName"] = typeName, ["namespace"] = dot < 0 ? "" : typeName[..dot], ["name"] = typeName[(dot + 1)..], ["version"] = version,
            ["category"] = "", ["displayName"] = "", ["description"] = "", ["inputs"] = new JsonArray(), ["outputs"] = new JsonArray(),
            ["kind"] = "Action", ["ports"] = new JsonArray(), ["customProperties"] = new JsonObject(), ["constructionProperties"] = new JsonObject(),
            ["isContainer"] = false, ["isBrowsable"] = isBrowsable, ["isStart"] = false, ["isTerminal"] = false,
        };
    }

    /// <summary>A port as people read it; an outcome that somebody named keeps its name.</summary>
    public static string PortIn(string name, string language) => PortLabels.TryGetValue(name, out var label) ? label.In(language) : name;

    private static JsonObject PortOf(string name, string language, string type = "Flow") => new()
    {
        ["name"] = name, ["displayName"] = PortIn(name, language), ["type"] = type, ["isBrowsable"] = true,
    };

    private static JsonObject OutputOf(OutputDescriptor output, int order, string language) => new()
    {
        ["name"] = output.Name, ["typeName"] = output.TypeName, ["displayName"] = output.Label.In(language), ["description"] = "",
        ["order"] = (double)order, ["isBrowsable"] = true, ["isSynthetic"] = false,
    };

    // Categories of the audit activities carry both languages in one text, Chinese first: "稽查 Audit". The engine's are Elsa's English words.
    private static string CategoryIn(string category, string language) =>
        category.Split(' ', 2) is [var zh, var en] && zh.Any(letter => letter > '\u2e80') ? (language == "en" ? en : zh)
        : language == "en" ? category : Categories.GetValueOrDefault(category, category);
}
