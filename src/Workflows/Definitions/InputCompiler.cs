using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Activities;

namespace CaseMgmt.Workflows.Definitions;

/// <summary>Compiles the inputs of one node: { typeName, expression: { type, value } }, or the descriptor's default where Studio left the input out.</summary>
internal sealed class InputCompiler(CompiledNode node, List<DefinitionProblem> problems)
{
    public Dictionary<string, CompiledInput> CompileAll()
    {
        var inputs = new Dictionary<string, CompiledInput>(StringComparer.Ordinal);
        foreach (var descriptor in node.Activity.Descriptor.Inputs)
        {
            var typeName = TypeNames.Simple(descriptor.TypeName) ?? "Object";
            inputs[descriptor.Name] = Given(descriptor) is { } json && Compile(descriptor, typeName, json) is { } compiled
                ? compiled
                : new CompiledInput.Constant(typeName, descriptor.Default);
        }

        return inputs;
    }

    private JsonNode? Given(InputDescriptor descriptor) => node.Json[Camel(descriptor.Name)] ?? (descriptor.Formerly is { } former ? node.Json[Camel(former)] : null);

    /// <summary>The condition of a case: a bare { type, value }.</summary>
    public CompiledInput CompileCondition(string label, JsonObject? expression) =>
        expression is null ? new CompiledInput.Constant("Boolean", null) : CompileExpression(label, "Boolean", expression);

    private CompiledInput? Compile(InputDescriptor descriptor, string typeName, JsonNode json)
    {
        if (!descriptor.Wrapped || json is not JsonObject wrapper || !wrapper.ContainsKey("typeName") && !wrapper.ContainsKey("expression"))
        {
            return new CompiledInput.Constant(typeName, json.DeepClone());
        }

        // Studio's code editor writes the program itself as a literal text.
        if (descriptor.UiHint == "code-editor" && TypeNames.Text(TypeNames.At(wrapper, "expression", "type")) is null or "Literal")
        {
            return TypeNames.Text(TypeNames.At(wrapper, "expression", "value")) is { } program && !string.IsNullOrWhiteSpace(program) ? Script(descriptor.Name, typeName, program) : null;
        }

        return wrapper["expression"] is JsonObject expression ? CompileExpression(descriptor.Name, typeName, expression) : null;
    }

    private CompiledInput CompileExpression(string inputName, string typeName, JsonObject expression)
    {
        var value = expression["value"];
        switch (TypeNames.Text(expression["type"]) ?? "Literal")
        {
            case "Literal":
                return new CompiledInput.Constant(typeName, TypeNames.Convert(typeName, value)?.DeepClone());
            case "Object":
                return new CompiledInput.Constant(typeName, ObjectValue(inputName, typeName, value));
            case "Variable":
                var variable = Reference(value);
                return new CompiledInput.Variable(typeName, TypeNames.Text(variable?["id"]) ?? TypeNames.Text(value), TypeNames.Text(variable?["name"]) ?? TypeNames.Text(value));
            case "Input":
                return new CompiledInput.WorkflowInput(typeName, TypeNames.Text(Reference(value)?["name"]) ?? TypeNames.Text(value) ?? "");
            case "Output":
                var output = Reference(value);
                return new CompiledInput.ActivityOutput(typeName, TypeNames.Text(output?["activityId"]) ?? "", TypeNames.Text(output?["outputName"]));
            case "JavaScript":
                return Script(inputName, typeName, TypeNames.Text(value) ?? "");
            case var language:
                return Refuse(
                    inputName, "expression-language", $"输入“{inputName}”使用了不支持的表达式语言 {language}，请改用 JavaScript。",
                    $"Input {inputName} uses the expression language {language}, which is not supported; use JavaScript.");
        }
    }

    private CompiledInput Script(string inputName, string typeName, string source)
    {
        var (script, problem) = Definitions.Script.Compile(typeName, source);
        return script ?? Refuse(inputName, "javascript", $"输入“{inputName}”的 JavaScript 不能使用：{problem}", $"The JavaScript of input {inputName} cannot be used: {problem}");
    }

    private JsonNode? ObjectValue(string inputName, string typeName, JsonNode? value)
    {
        if (TypeNames.Text(value) is not { } text)
        {
            return value?.DeepClone();
        }

        if (TypeNames.Parse(text) is { } parsed)
        {
            return parsed;
        }

        if (!string.IsNullOrWhiteSpace(text) && text.Trim() != "null")
        {
            Refuse(inputName, "json", $"输入“{inputName}”不是有效的 JSON。", $"Input {inputName} is not valid JSON.");
        }

        return typeName == "String" ? JsonValue.Create(text) : null;
    }

    private CompiledInput.Broken Refuse(string inputName, string code, string zh, string en)
    {
        _ = inputName;
        problems.Add(new DefinitionProblem(node.Id, node.DisplayName, code, $"节点“{node.DisplayName}”：{zh}", $"Node {node.DisplayName}: {en}"));
        return new CompiledInput.Broken(en);
    }

    // Studio writes the picked variable as JSON text when it comes through the expression menu.
    private static JsonObject? Reference(JsonNode? value) => value as JsonObject ?? (TypeNames.Text(value) is { } text ? TypeNames.Parse(text) as JsonObject : null);

    internal static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];
}
