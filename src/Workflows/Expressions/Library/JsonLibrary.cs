using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>The <c>JSON</c> object.</summary>
internal static class JsonLibrary
{
    public static JsObject Make()
    {
        var made = new JsObject();
        Globals.Add(made, "parse", Parse);
        Globals.Add(made, "stringify", (run, _, arguments) => Stringify(run, arguments));
        made.Frozen = true;
        return made;
    }

    public static JsValue Stringify(Evaluation run, ReadOnlySpan<JsValue> arguments) =>
        new JsonWriter(run, arguments.At(1), Indent(run, arguments.At(2))).Write(arguments.At(0)) is { } text ? JsValue.Of(text) : default;

    private static JsValue Parse(Evaluation run, JsValue self, ReadOnlySpan<JsValue> arguments)
    {
        if (!arguments.At(1).IsUndefined)
        {
            throw Fail.Unsupported("JSON.parse takes no function here.");
        }

        return new JsonReader(run, Coerce.ToText(run, arguments.At(0))).Read();
    }

    private static string Indent(Evaluation run, JsValue argument) => argument.IsNumber
        ? new string(' ', (int)Math.Clamp(Coerce.ToInteger(run, argument), 0, 10))
        : argument.AsText is { } text ? text[..Math.Min(10, text.Length)] : "";
}
