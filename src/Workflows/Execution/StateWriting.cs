using System.Text.Json;
using System.Text.Json.Nodes;
using CaseMgmt.Workflows.Definitions;

namespace CaseMgmt.Workflows.Execution;

public sealed partial class InstanceState
{
    private void Write(Utf8JsonWriter writer, CompiledDefinition definition)
    {
        writer.WriteStartObject();
        writer.WriteString("i", InstanceId);
        writer.WriteString("d", DefinitionId);
        writer.WriteNumber("v", Version);
        WriteText(writer, "c", CorrelationId);
        WriteText(writer, "m", Name);
        WriteText(writer, "p", ParentInstanceId);
        WriteNumber(writer, "st", (int)Status);
        WriteNumber(writer, "ss", (int)SubStatus);
        writer.WriteNumber("q", Sequence);
        writer.WriteNumber("n", LastNumber);
        WriteValue(writer, "in", Input.Count > 0 ? Input : null);
        WriteValues(writer, "o", Outputs);
        WriteActivityOutputs(writer);
        WriteActivities(writer, definition);
        WriteBookmarks(writer);
        WriteIncidents(writer);
        WritePending(writer, definition);
        writer.WriteEndObject();
    }

    private void WriteActivities(Utf8JsonWriter writer, CompiledDefinition definition)
    {
        if (activities.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("a");
        foreach (var activity in activities)
        {
            writer.WriteStartObject();
            writer.WriteNumber("n", activity.Number);
            WriteNumber(writer, "p", activity.Parent);
            writer.WriteString("k", definition.Nodes[activity.Node].Id);
            WriteNumber(writer, "f", activity.Faulted ? 1 : 0);
            WriteNumber(writer, "t", activity.Attempt);
            WriteNumber(writer, "br", activity.Breaking ? 1 : 0);
            WriteValue(writer, "s", activity.State is { Count: > 0 } ? activity.State : null);
            WriteValues(writer, "v", activity.Variables);
            WriteArrivals(writer, activity, definition);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteArrivals(Utf8JsonWriter writer, ActivityInstance activity, CompiledDefinition definition)
    {
        if (activity.Arrivals is not { Count: > 0 } arrivals)
        {
            return;
        }

        writer.WriteStartArray("j");
        foreach (var arrival in arrivals)
        {
            writer.WriteStartObject();
            writer.WriteString("k", definition.Nodes[arrival.Target].Id);
            WriteNumber(writer, "r", arrival.Raced ? 1 : 0);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteBookmarks(Utf8JsonWriter writer)
    {
        if (bookmarks.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("b");
        foreach (var bookmark in bookmarks)
        {
            writer.WriteStartObject();
            writer.WriteString("i", bookmark.Id);
            writer.WriteString("n", bookmark.Name);
            WriteText(writer, "k", bookmark.Key);
            writer.WriteString("a", bookmark.ActivityId);
            writer.WriteNumber("x", ActivityInstance.NumberOf(InstanceId, bookmark.ActivityInstanceId));
            WriteValue(writer, "p", bookmark.Payload);
            if (bookmark.DueAt is { } due)
            {
                writer.WriteString("u", due);
            }

            WriteNumber(writer, "c", bookmark.Children);
            WriteText(writer, "g", bookmark.EachOf);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteIncidents(Utf8JsonWriter writer)
    {
        if (incidents.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("e");
        foreach (var incident in incidents)
        {
            writer.WriteStartObject();
            writer.WriteString("a", incident.ActivityId);
            writer.WriteString("t", incident.ActivityType);
            writer.WriteNumber("x", ActivityInstance.NumberOf(InstanceId, incident.ActivityInstanceId));
            writer.WriteString("c", incident.Code);
            writer.WriteString("m", incident.Message);
            WriteText(writer, "d", incident.Detail);
            writer.WriteString("at", incident.At);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WritePending(Utf8JsonWriter writer, CompiledDefinition definition)
    {
        if (Pending is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartArray("w");
        foreach (var work in Pending)
        {
            writer.WriteStartObject();
            writer.WriteString("k", definition.Nodes[work.Node].Id);
            writer.WriteNumber("o", work.Owner);
            WriteValues(writer, "v", work.Variables);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private void WriteActivityOutputs(Utf8JsonWriter writer)
    {
        if (ActivityOutputs is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject("ao");
        foreach (var (activityId, values) in ActivityOutputs)
        {
            WriteValue(writer, activityId, values);
        }

        writer.WriteEndObject();
    }

    private static void WriteValues(Utf8JsonWriter writer, string name, Dictionary<string, JsonNode?>? values)
    {
        if (values is not { Count: > 0 })
        {
            return;
        }

        writer.WriteStartObject(name);
        foreach (var (key, value) in values)
        {
            writer.WritePropertyName(key);
            if (value is null)
            {
                writer.WriteNullValue();
            }
            else
            {
                value.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter writer, string name, JsonNode? value)
    {
        if (value is not null)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter writer, string name, int value)
    {
        if (value != 0)
        {
            writer.WriteNumber(name, value);
        }
    }
}
