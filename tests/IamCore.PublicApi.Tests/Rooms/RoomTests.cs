using Mono.Cecil;

namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>A folder is a namespace is a room, and doors between rooms lead down only.</summary>
public sealed class RoomTests
{
    public static TheoryData<string> Packages() => [.. ProjectFiles.Packages()];

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_room_names_only_the_rooms_below_it(string package)
    {
        var house = Houses.Of(package);
        var wrong = new List<string>();
        foreach (var type in AssemblyReader.TypesOf(package))
        {
            var floor = FloorOf(house, type);
            wrong.AddRange(AssemblyReader.NamedBy(type).Where(named => FloorOf(house, named) > floor)
                .Select(named => $"{type.FullName} ({house.NameOf(floor)}) names {named.FullName} ({house.NameOf(FloorOf(house, named))})"));
        }

        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void Every_type_is_in_a_room_and_every_room_has_types(string package)
    {
        var house = Houses.Of(package);
        var types = AssemblyReader.TypesOf(package);
        Assert.Empty(types.Where(type => house.FloorOf(type.Namespace, NameOf(type)) is null).Select(type => type.FullName));

        var names = types.Where(type => type.Namespace == package).Select(NameOf).ToHashSet();
        Assert.Empty(house.Rooms.SelectMany(room => room.AtTheDoor).Except(names));
        Assert.Empty(house.Rooms.Where(room => room.AtTheDoor.Length == 0 && types.All(type => type.Namespace != $"{package}.{room.Name}")).Select(room => room.Name));
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_folder_is_a_namespace(string package)
    {
        var wrong = SourceFiles.Of(package)
            .Where(file => SourceFiles.NamespaceOf(file.Text) is { } declared && !declared.StartsWith("Microsoft.", StringComparison.Ordinal)
                && declared != string.Join('.', [package, .. file.Path.Split('/')[..^1]]))
            .Select(file => file.Path);
        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Packages))]
    public void A_file_holds_one_type(string package)
    {
        var files = SourceFiles.Of(package).Where(file => SourceFiles.TypesIn(file.Text) > 0).ToList();
        var crowded = files.Where(file => SourceFiles.TypesIn(file.Text) > 1).Select(file => file.Path).ToList();
        Assert.True(crowded.Count * 20 <= files.Count, $"{crowded.Count} of {files.Count} files hold several types: {string.Join(", ", crowded)}");
    }

    [Theory]
    [InlineData("IamCore", 60)]
    [InlineData("IamCore.Policies", 60)]
    public void The_namespace_that_hosts_open_first_is_small(string package, int limit) =>
        Assert.InRange(AssemblyReader.TypesOf(package).Count(type => type.IsPublic && type.Namespace == package), 1, limit);

    [Fact]
    public void The_map_shows_these_rooms() => RoomMap.Check();

    private static int FloorOf(House house, TypeDefinition type) => house.FloorOf(type.Namespace, NameOf(type)) ?? -1;

    private static string NameOf(TypeDefinition type) => type.Name.Split('`')[0];
}
