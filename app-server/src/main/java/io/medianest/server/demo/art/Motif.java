package io.medianest.server.demo.art;

import com.google.errorprone.annotations.Immutable;

/// What is to be seen in a picture.
public enum Motif {
    ARCHES(BuildingMotifs::arches),
    BIRDS(SkyMotifs::birds),
    BLINDS(RoomMotifs::blinds),
    BOLTS(FigureMotifs::bolts),
    BUBBLES(WaterMotifs::bubbles),
    BULLSEYE(FigureMotifs::bullseye),
    CASTLE(BuildingMotifs::castle),
    CLOCK(FigureMotifs::clock),
    CURTAIN(RoomMotifs::curtain),
    DECO(FigureMotifs::deco),
    DESERT(LandMotifs::desert),
    EYE(FigureMotifs::eye),
    FLAMES(LandMotifs::flames),
    FOREST(LandMotifs::forest),
    GEARS(FigureMotifs::gears),
    HILLS(LandMotifs::hills),
    KEYHOLE(RoomMotifs::keyhole),
    LOTUS(FigureMotifs::lotus),
    MASK(FigureMotifs::mask),
    MOON(SkyMotifs::moon),
    MOONSEA(WaterMotifs::moonOverSea),
    MOUNTAINS(LandMotifs::mountains),
    PETALS(SkyMotifs::petals),
    PLANET(SkyMotifs::planet),
    PROJECTOR(RoomMotifs::projector),
    RAILS(LandMotifs::rails),
    RAIN(SkyMotifs::rain),
    RAYS(SkyMotifs::rays),
    RINGS(FigureMotifs::rings),
    ROAD(LandMotifs::road),
    ROOFS(BuildingMotifs::roofs),
    SAIL(WaterMotifs::sail),
    SAUCERS(SkyMotifs::saucers),
    SHARDS(FigureMotifs::shards),
    SKYLINE(BuildingMotifs::skyline),
    SMOKE(RoomMotifs::smoke),
    SPIRAL(FigureMotifs::spiral),
    STARS(SkyMotifs::stars),
    SUNRISE(WaterMotifs::sunrise),
    TENT(BuildingMotifs::tent),
    WAVES(WaterMotifs::waves),
    WINDOWS(BuildingMotifs::windows);

    private final Drawing drawing;

    Motif(Drawing drawing) {
        this.drawing = drawing;
    }

    void draw(Canvas canvas) {
        drawing.on(canvas);
    }

    @Immutable
    @FunctionalInterface
    private interface Drawing {
        void on(Canvas canvas);
    }
}
