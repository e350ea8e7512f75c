using System.Text.Json.Nodes;
using CaseMgmt.Designer.Protocol;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Designer.Descriptors;

/// <summary>The small lists Studio asks for on every load. Only what our engine does is offered.</summary>
public static class StudioLists
{
    public static JsonObject Expressions(string language) => StudioJson.ListOf([
        Expression("Literal", new("字面值", "Literal"), false, [], language),
        Expression("Object", new("对象", "Object"), false, [], language),
        Expression("Variable", new("变量", "Variable"), true, new() { ["UIHint"] = "variable-picker" }, language),
        Expression("Input", new("输入", "Input"), true, new() { ["UIHint"] = "input-picker" }, language),
        Expression("JavaScript", new("表达式", "JavaScript"), true, new() { ["MonacoLanguage"] = "javascript" }, language)]);

    public static JsonObject ActivationStrategies(string language) => StudioJson.ListOf([
        Strategy("Elsa.Workflows.Runtime.ActivationStrategies.AllowAlwaysStrategy, Elsa.Workflows.Runtime", new("总是允许", "Always"), new("每次都启动新实例", "Every start makes an instance"), language),
        Strategy("Elsa.Workflows.Runtime.ActivationStrategies.SingletonStrategy, Elsa.Workflows.Runtime", new("单实例", "Singleton"), new("同一时间只允许一个实例", "One instance at a time"), language),
        Strategy("Elsa.Workflows.Runtime.ActivationStrategies.CorrelationStrategy, Elsa.Workflows.Runtime", new("按关联编号", "Correlation"), new("同一关联编号只允许一个实例", "One instance per correlation id"), language),
        Strategy("Elsa.Workflows.Runtime.ActivationStrategies.CorrelatedSingletonStrategy, Elsa.Workflows.Runtime", new("本流程按关联编号", "Correlated singleton"), new("本流程内同一关联编号只允许一个实例", "One instance of this lifecycle per correlation id"), language)]);

    public static JsonObject IncidentStrategies(string language) => StudioJson.ListOf([
        Strategy("Elsa.Workflows.IncidentStrategies.ContinueWithIncidentsStrategy, Elsa.Workflows.Core", new("保留故障，继续", "Continue"), new("故障节点等待重试，其他节点继续", "The failed node waits for a retry, the rest goes on"), language),
        Strategy("Elsa.Workflows.IncidentStrategies.FaultStrategy, Elsa.Workflows.Core", new("实例故障", "Fault"), new("实例以故障结束，重试后恢复", "The instance ends as faulted; a retry revives it"), language)]);

    // History cannot be configured away: one choice only.
    public static JsonObject LogStrategies(string language) => StudioJson.ListOf([
        Strategy("Elsa.Workflows.LogPersistence.Strategies.Include, Elsa.Workflows.Core", new("全部留存", "Keep all"), new("历史不可关闭", "History cannot be switched off"), language)]);

    public static JsonObject StorageDrivers(string language) => new()
    {
        ["items"] = new JsonArray(new JsonObject
        {
            ["typeName"] = "Elsa.Workflows.WorkflowInstanceStorageDriver, Elsa.Workflows.Core", ["displayName"] = new Label("流程实例", "Workflow instance").In(language),
            ["priority"] = 5.0, ["deprecated"] = false,
        }),
    };

    public static JsonObject VariableTypes(string language) => StudioJson.ListOf(VariableNames.Select(type => new JsonObject
    {
        ["typeName"] = type.Name, ["displayName"] = type.Label.In(language), ["category"] = new Label("基础", "Primitives").In(language), ["description"] = "",
    }));

    private static readonly (string Name, Label Label)[] VariableNames =
    [
        ("Object", new("对象", "Object")), ("String", new("文本", "String")), ("Boolean", new("布尔", "Boolean")), ("Int32", new("整数", "Int32")),
        ("Int64", new("长整数", "Int64")), ("Decimal", new("小数", "Decimal")), ("Double", new("浮点数", "Double")), ("DateTime", new("日期时间", "DateTime")),
        ("ObjectDictionary", new("字典", "Dictionary")),
    ];

    private static JsonObject Expression(string type, Label label, bool browsable, JsonObject properties, string language) => new()
    {
        ["type"] = type, ["displayName"] = label.In(language), ["isSerializable"] = true, ["isBrowsable"] = browsable, ["properties"] = properties,
    };

    private static JsonObject Strategy(string typeName, Label label, Label help, string language) => new()
    {
        ["typeName"] = typeName, ["displayName"] = label.In(language), ["description"] = help.In(language),
    };
}
