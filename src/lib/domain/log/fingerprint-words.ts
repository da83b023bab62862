/**
 * Short words that are hard to mistake for one another when read out, 256 of them. Their order is part of what devices
 * compare: it never changes.
 */
export const FINGERPRINT_WORDS: readonly string[] = (
	'acorn actor album almond amber anchor animal apple apron arch arrow atlas attic autumn avocado axle ' +
	'badge bakery balcony bamboo banjo barn basket beach beetle bell bench berry bicycle birch blanket blossom ' +
	'boat bonfire bottle boulder bracelet bread breeze bridge bronze brush bucket buffalo butter button cabin cactus ' +
	'camel camera canal candle canoe canyon carpet carrot castle cedar cello chalk cherry chimney circus clay ' +
	'clock cloud clover coconut comet compass copper coral cotton cradle crane crayon crystal cucumber curtain cushion ' +
	'daisy dancer desert diamond dolphin domino donkey dragon drum eagle earth echo eclipse elbow elephant ember ' +
	'emerald engine envelope fabric falcon feather fence fern ferry fiddle field finch flag flute forest fossil ' +
	'fountain fox garden garlic gate gazelle ginger giraffe glacier globe glove goose granite grape guitar hammer ' +
	'harbour harp hawk hazel hedge helmet heron hill honey horizon igloo iris island ivory ivy jacket ' +
	'jaguar jasmine jelly jewel jungle kayak kettle kitchen kite koala ladder lagoon lantern lava lemon leopard ' +
	'lettuce library lily linen lizard lobster lotus magnet mango maple marble meadow melon mirror mitten monkey ' +
	'moss mountain museum mustard napkin nectar needle nest nickel noodle nutmeg oasis ocean octopus olive onion ' +
	'opal orange orchid ostrich otter owl oyster paddle palace panda paper parrot peach pearl pebble pelican ' +
	'pencil penguin pepper piano pigeon pillow pine planet plum pocket poem pony poppy potato prairie puzzle ' +
	'quartz quilt rabbit radish raven ribbon river robin rocket rose saddle sail salmon satin scarf shell ' +
	'silver spider spoon squirrel summer teapot temple tiger tulip turtle umbrella valley violin walnut willow zebra'
).split(' ');
