using System.Text;

using CaseMgmt.Workflows.Expressions.Patterns;
using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Regular expressions made from texts while a program runs. What a literal may not say is refused here too, then as an error of the program.</summary>
internal static class PatternLibrary
{
    public static NativeFunction Make() => new("RegExp", (run, _, arguments) => arguments.At(0).AsObject is JsRegExp && arguments.At(1).IsUndefined ? arguments[0] : Construct(run, arguments))
    {
        Construct = (run, _, arguments) => Construct(run, arguments),
        HasInstance = target => target is JsRegExp,
    };

    /// <summary>The pattern that a text member was given: itself, or made from a text as JavaScript does it.</summary>
    public static JsRegExp Of(Evaluation run, JsValue value, string flags) => value.AsObject as JsRegExp ?? Compile(run, value.IsUndefined ? "" : Coerce.ToText(run, value), flags);

    private static JsValue Construct(Evaluation run, ReadOnlySpan<JsValue> arguments)
    {
        var (given, flags) = (arguments.At(0).AsObject as JsRegExp, arguments.At(1).IsUndefined ? null : Coerce.ToText(run, arguments[1]));
        if (given is not null && flags is null)
        {
            run.Allocate(100);
            return JsValue.Of(new JsRegExp(given.Program));
        }

        var source = given?.Program.Source ?? (arguments.At(0).IsUndefined ? "" : Coerce.ToText(run, arguments[0]));
        return JsValue.Of(Compile(run, source, flags ?? ""));
    }

    // Compiled once in a program, at a price that leaves room for two hundred different ones; the same text again is cheap.
    private static JsRegExp Compile(Evaluation run, string source, string flags)
    {
        run.Step(20 + source.Length);
        run.Allocate(100);
        if (run.Patterns.TryGetValue((source, flags), out var known))
        {
            return new JsRegExp(known);
        }

        run.Step(5_000 + (20L * source.Length));
        run.AllocateText(4L * source.Length);
        try
        {
            var program = RegexProgram.Compile(Readable(source), flags);
            run.Allocate(program.Code.Sum(instruction => 100 + (4 * instruction.Marks.Length)));
            run.Patterns.Add((source, flags), program);
            return new JsRegExp(program);
        }
        catch (RegexProblemException problem)
        {
            throw Fail.Syntax($"Invalid regular expression: /{(source.Length <= 60 ? source : source[..60] + "…")}/: {problem.Message}");
        }
    }

    // The source as a literal would have it: a slash outside of brackets is escaped, an empty one matches nothing in particular.
    private static string Readable(string source)
    {
        if (source.Length == 0)
        {
            return "(?:)";
        }

        var (made, isInClass) = (new StringBuilder(source.Length), false);
        for (var at = 0; at < source.Length; at++)
        {
            var character = source[at];
            if (character == '\\' && at + 1 < source.Length)
            {
                made.Append(character).Append(source[++at]);
                continue;
            }

            isInClass = character == '[' || (isInClass && character != ']');
            made.Append(character switch { '/' when !isInClass => "\\/", '\n' => "\\n", '\r' => "\\r", '\u2028' => "\\u2028", '\u2029' => "\\u2029", _ => character.ToString() });
        }

        return made.ToString();
    }
}
