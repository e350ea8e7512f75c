using System.Text;

using CaseMgmt.Workflows.Expressions.Library;

namespace CaseMgmt.Workflows.Expressions.Values;

/// <summary>Text of an object, as <c>String(object)</c> gives it.</summary>
internal static class ObjectText
{
    public static string Of(Evaluation run, JsObject target) => target switch
    {
        JsArray array => Join(run, array, ","),
        JsDate date => DateText.Full(date.Time, run.Scope.Zone),
        JsRegExp pattern => pattern.ToString(),
        JsError error => error.Describe(run),
        JsFunction => throw Fail.Unsupported("A function has no text here."),
        JsGroups => throw Fail.Type("Cannot convert object to primitive value"),
        _ => $"[object {target.ClassName}]",
    };

    /// <summary>Elements as text; a cycle shows as an empty text, as in JavaScript.</summary>
    public static string Join(Evaluation run, JsArray array, string separator)
    {
        if (!run.Visit(array))
        {
            return "";
        }

        var text = new StringBuilder();
        for (var index = 0; index < array.Items.Count; index++)
        {
            var item = array.Items[index];
            var part = item.IsNullish ? "" : Coerce.ToText(run, item);
            run.Step(1);
            run.AllocateText(part.Length + separator.Length);
            text.Append(index == 0 ? "" : separator).Append(part);
        }

        run.Unvisit(array);
        return text.ToString();
    }

    /// <summary>What the toString of plain objects says of any value.</summary>
    public static string Tag(JsValue value) => value.Type switch
    {
        JsType.Undefined => "[object Undefined]",
        JsType.Null => "[object Null]",
        JsType.Boolean => "[object Boolean]",
        JsType.Number => "[object Number]",
        JsType.String => "[object String]",
        _ => $"[object {value.AsObject!.ClassName}]",
    };
}
