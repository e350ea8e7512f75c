using CaseMgmt.Workflows.Expressions.Values;

namespace CaseMgmt.Workflows.Expressions.Library;

/// <summary>Members that change an array in place.</summary>
internal static class ArrayChanges
{
    public static JsValue Push(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        Guard(array);
        foreach (var argument in arguments)
        {
            array.Add(run, argument);
        }

        return JsValue.Of(array.Items.Count);
    }

    public static JsValue Unshift(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        Guard(array);
        run.Step((array.Items.Count / 16) + arguments.Length);
        run.Allocate(32L * arguments.Length);
        array.Items.InsertRange(0, arguments.ToArray());
        return JsValue.Of(array.Items.Count);
    }

    public static JsValue RemoveAt(Evaluation run, JsArray array, bool last)
    {
        Guard(array);
        if (array.Items.Count == 0)
        {
            return default;
        }

        run.Step(last ? 1 : array.Items.Count / 16);
        var place = last ? array.Items.Count - 1 : 0;
        var item = array.Items[place];
        array.Items.RemoveAt(place);
        return item;
    }

    public static JsValue Reverse(Evaluation run, JsArray array)
    {
        Guard(array);
        run.Step(array.Items.Count / 4);
        array.Items.Reverse();
        return JsValue.Of(array);
    }

    public static JsValue Splice(Evaluation run, JsArray array, ReadOnlySpan<JsValue> arguments)
    {
        Guard(array);
        var length = array.Items.Count;
        var from = ArrayMembers.Position(run, arguments.At(0), length, 0);
        var count = arguments.Length switch
        {
            0 => 0,
            1 => length - from,
            _ => (int)Math.Clamp(Coerce.ToInteger(run, arguments[1]), 0, length - from),
        };
        var removed = JsArray.Make(run, count);
        removed.Items.AddRange(array.Items.GetRange(from, count));
        run.Step(length / 16);
        array.Items.RemoveRange(from, count);
        if (arguments.Length > 2)
        {
            run.Allocate(32L * arguments.Length);
            array.Items.InsertRange(from, arguments[2..].ToArray());
        }

        return JsValue.Of(removed);
    }

    public static JsValue ToSpliced(Evaluation run, JsArray copy, ReadOnlySpan<JsValue> arguments)
    {
        Splice(run, copy, arguments);
        return JsValue.Of(copy);
    }

    public static JsValue With(Evaluation run, JsArray copy, ReadOnlySpan<JsValue> arguments)
    {
        var place = Coerce.ToInteger(run, arguments.At(0));
        place += place < 0 ? copy.Items.Count : 0;
        if (place < 0 || place >= copy.Items.Count)
        {
            throw Fail.Range("Invalid index : " + NumberText.Format(place));
        }

        copy.Items[(int)place] = arguments.At(1);
        return JsValue.Of(copy);
    }

    public static void Guard(JsArray array)
    {
        if (array.Frozen)
        {
            throw Fail.Type("Cannot change a frozen array");
        }
    }
}
