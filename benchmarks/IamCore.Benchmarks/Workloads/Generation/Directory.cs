using System.Text.Json;

namespace IamCore.Benchmarks.Workloads.Generation;

/// <summary>A hundred thousand users in ten thousand groups, one policy a group.</summary>
internal static class Directory
{
    public const int Users = 100_000;
    public const int Groups = 10_000;
    public const int UsersPerGroup = Users / Groups;

    public static string UserName(int user) => $"user-{Vocabulary.Padded(user, 6)}";

    public static string GroupName(int group) => $"group-{Vocabulary.Padded(group, 5)}";

    /// <summary>The prefix of the objects that the group's policy allows to read.</summary>
    public static string DataOf(int group) => $"arn:aws:s3:::data-{Vocabulary.Padded(group / 10, 4)}/{GroupName(group)}/";

    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("account", Vocabulary.Account);
        writer.WriteStartObject("groups");
        for (var group = 0; group < Groups; group++)
        {
            writer.WritePropertyName(GroupName(group));
            new GeneratedPolicy($"G{group}", new GeneratedStatement(
                "Read", true, OneOrMany.One("s3:GetObject"), OneOrMany.One($"{DataOf(group)}*"))).Write(writer);
        }

        writer.WriteEndObject();
        writer.WriteStartObject("users");
        for (var user = 0; user < Users; user++)
        {
            writer.WriteStartArray(UserName(user));
            writer.WriteStringValue(GroupName(user / UsersPerGroup));
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
