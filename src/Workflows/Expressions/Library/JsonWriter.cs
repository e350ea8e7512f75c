using System.Globalization;
using System.Text;

using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>JSON.stringify. Shared parts are written each time they occur, and charged each time.</summary>
internal sealed class JsonWriter
{
    private readonly Evaluation run;
    private readonly string indent;
    private readonly JsFunction? replacer;
    private readonly List<string>? onlyKeys;
    private readonly StringBuilder text = new();
    private int depth;

    public JsonWriter(Evaluation run, JsValue replacer, string indent)
    {
        this.run = run;
        this.indent = indent;
        this.replacer = replacer.AsFunction;
        onlyKeys = replacer.AsArray?.Items.Where(item => item.IsNumber || item.AsText is not null)
            .Select(item => Coerce.ToText(run, item)).Distinct(StringComparer.Ordinal).ToList();
    }

    /// <summary>The text, or null if the value is not written at all (undefined, a function).</summary>
    public string? Write(JsValue value) => TryWrite("", value) ? text.ToString() : null;

    public static string Quote(string value)
    {
        var made = new StringBuilder(value.Length + 2);
        AppendQuoted(made, value);
        return made.ToString();
    }

    private bool TryWrite(string key, JsValue value)
    {
        run.Step(1);
        if (value.AsObject is not null and not JsDate && value.AsObject.TryGetOwn(run, "toJSON", out var own) && own.AsFunction is { } toJson)
        {
            value = toJson.Call(run, value, [JsValue.Of(key)]);
        }

        value = value.AsObject is JsDate date ? (double.IsNaN(date.Time) ? JsValue.Null : JsValue.Of(DateText.Iso(date.Time))) : value;
        value = replacer is null ? value : replacer.Call(run, default, [JsValue.Of(key), value]);
        switch (value.Type)
        {
            case JsType.Undefined or JsType.Function:
                return false;
            case JsType.String:
                run.AllocateText(2L * value.AsText!.Length);
                AppendQuoted(text, value.AsText);
                return true;
            case JsType.Number:
                Append(double.IsFinite(value.Number) ? NumberText.Format(value.Number) : "null");
                return true;
            case JsType.Object:
                WriteObject(value.AsObject!);
                return true;
            default:
                Append(Coerce.Describe(value));
                return true;
        }
    }

    private void WriteObject(JsObject value)
    {
        if (!run.Visit(value))
        {
            throw Fail.Type("Converting circular structure to JSON");
        }

        depth++;
        if (value is JsArray array)
        {
            WriteItems(array);
        }
        else
        {
            WriteMembers(value);
        }

        run.Unvisit(value);
    }

    private void WriteItems(JsArray array)
    {
        Append("[");
        for (var index = 0; index < array.Items.Count; index++)
        {
            Separate(index == 0);
            if (!TryWrite(index.ToString(CultureInfo.InvariantCulture), array.Items[index]))
            {
                Append("null");
            }
        }

        Close(array.Items.Count == 0, "]");
    }

    private void WriteMembers(JsObject value)
    {
        Append("{");
        var isFirst = true;
        foreach (var key in value is JsKeyed or JsIterator ? [] : onlyKeys ?? value.OwnKeys(run))
        {
            var mark = text.Length;
            Separate(isFirst);
            run.AllocateText(2L * key.Length);
            AppendQuoted(text, key);
            Append(indent.Length == 0 ? ":" : ": ");
            if (value.TryGetOwn(run, key, out var member) && TryWrite(key, member))
            {
                isFirst = false;
            }
            else
            {
                text.Length = mark;
            }
        }

        Close(isFirst, "}");
    }

    private void Separate(bool isFirst)
    {
        Append(isFirst ? "" : ",");
        NewLine();
    }

    private void Close(bool isEmpty, string mark)
    {
        depth--;
        if (!isEmpty)
        {
            NewLine();
        }

        Append(mark);
    }

    private void NewLine()
    {
        if (indent.Length == 0)
        {
            return;
        }

        run.AllocateText(1 + (depth * indent.Length));
        text.Append('\n');
        for (var level = 0; level < depth; level++)
        {
            text.Append(indent);
        }
    }

    private void Append(string part)
    {
        run.Allocate(2 * part.Length);
        text.Append(part);
    }

    private static void AppendQuoted(StringBuilder made, string value)
    {
        made.Append('"');
        for (var at = 0; at < value.Length; at++)
        {
            var character = value[at];
            var isPair = char.IsHighSurrogate(character) && at + 1 < value.Length && char.IsLowSurrogate(value[at + 1]);
            if (isPair)
            {
                made.Append(character).Append(value[++at]);
            }
            else
            {
                AppendCharacter(made, character);
            }
        }

        made.Append('"');
    }

    private static void AppendCharacter(StringBuilder made, char character)
    {
        var escape = character switch { '"' => "\\\"", '\\' => "\\\\", '\n' => "\\n", '\r' => "\\r", '\t' => "\\t", '\b' => "\\b", '\f' => "\\f", _ => "" };
        if (escape.Length > 0)
        {
            made.Append(escape);
        }
        else if (character < ' ' || char.IsSurrogate(character))
        {
            made.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
        }
        else
        {
            made.Append(character);
        }
    }
}
