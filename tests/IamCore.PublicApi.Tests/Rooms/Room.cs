namespace IamCore.PublicApi.Tests.Rooms;

/// <summary>A namespace of a package with one purpose.</summary>
/// <param name="Name">The namespace below the package's own.</param>
/// <param name="Purpose">What is found in it.</param>
/// <param name="AtTheDoor">Types of this room that stand in the package's own namespace, where hosts find them.</param>
internal sealed record Room(string Name, string Purpose, params string[] AtTheDoor);
