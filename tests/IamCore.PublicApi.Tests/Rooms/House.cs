namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>The rooms of a package from the ground up: a room knows those before it and none after it.</summary>
/// <param name="Package">The package.</param>
/// <param name="Rooms">The rooms, the lowest first.</param>
internal sealed record House(string Package, params Room[] Rooms)
{
    /// <summary>The floor that a type is on: the room's place in the list; null if no room has it. Registration, in the framework's namespaces, is on the highest.</summary>
    public int? FloorOf(string @namespace, string type)
    {
        if (@namespace.StartsWith("Microsoft.", StringComparison.Ordinal))
        {
            return Rooms.Length - 1;
        }

        var floor = @namespace == Package
            ? Array.FindIndex(Rooms, room => room.AtTheDoor.Contains(type))
            : Array.FindIndex(Rooms, room => $"{Package}.{room.Name}" == @namespace);
        return floor < 0 ? null : floor;
    }

    public string NameOf(int floor) => floor < 0 ? "no room" : Rooms[floor].Name.Length == 0 ? Package : Rooms[floor].Name;
}
